"""How an extraction is shown to a person: the text with its numbers marked, and why each verdict is what it is.

`structure` says what is shown, `terminal` and `page` how; all of it is pure and knows neither files nor terminals.
"""
