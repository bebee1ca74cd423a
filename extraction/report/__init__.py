"""What a report says of itself: title, issuer, signature, page furniture, and the period that it covers."""
