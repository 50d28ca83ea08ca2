"""The assistant in Messenger, for a Facebook page: see docs/messenger.md."""
