"""What people do with questions, and what time does to them."""
