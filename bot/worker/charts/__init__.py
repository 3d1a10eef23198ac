"""Drawing of charts by matplotlib, in the worker process alone. Imports nothing of Telegram."""
