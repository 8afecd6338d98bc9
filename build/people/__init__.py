"""People and the offices they hold: names, office phrases, and who is who in one article."""
