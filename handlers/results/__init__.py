"""/results: results of procedures read, entered and taken away; clusters; threshold profiles of a region."""
