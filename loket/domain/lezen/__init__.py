"""Reading what people write: pure, deterministic, never raising, one thing a module."""
