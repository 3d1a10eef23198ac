"""What people do with risk profiles: one module an act or a screen."""
