"""Times as texts tell them: calendar days, weekdays, stretches; and what fixes them on the calendar."""
