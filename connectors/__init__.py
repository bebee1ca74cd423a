"""The outside world, in and out: sites, HTTP, readers of documents, and the channels an alert leaves by."""
