"""Tables brought in from the chat: a report first, nothing written until it is confirmed."""
