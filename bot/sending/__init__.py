"""The pace of everything outgoing, and what its faults mean."""
