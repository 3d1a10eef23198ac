"""Asking without a meeting: the asker, who answers, and who watches over what waits."""
