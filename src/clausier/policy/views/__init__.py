"""The pages of the policy: public ones, and those of the people who write and approve it."""
