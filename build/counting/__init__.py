"""What numbers count: persons, things and parts of wholes; and numbers that are no figures."""
