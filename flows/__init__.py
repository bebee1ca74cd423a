"""When it all happens: thin Prefect flows, settings and the command line."""
