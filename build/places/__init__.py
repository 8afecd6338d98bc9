"""Places and parties in a text, by the names that the authority files hold."""
