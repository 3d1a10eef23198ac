"""What a person changes for herself, and what is kept about her."""
