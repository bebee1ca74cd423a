"""A test site: bureaus that do not exist, in every family, over real HTTP on loopback, and every way to misbehave."""
