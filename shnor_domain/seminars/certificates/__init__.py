"""Certificates of events: by recorded presence alone."""
