"""A small bureau site of a city that does not exist, so that the first command shows the whole job."""
