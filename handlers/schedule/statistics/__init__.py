"""Numbers of consultations: tables, hours, answers; on the screen, as a picture and as a file."""
