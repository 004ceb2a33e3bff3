//! The module `SpamAssassin` of UAPI: a file a function.

pub mod clear_spam_box;
pub mod get_symbolic_test_names;
pub mod get_user_preferences;
pub mod update_user_preference;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SpamAssassin",
    functions: &[
        Entry::of::<clear_spam_box::ClearSpamBox>(),
        Entry::of::<get_symbolic_test_names::GetSymbolicTestNames>(),
        Entry::of::<get_user_preferences::GetUserPreferences>(),
        Entry::of::<update_user_preference::UpdateUserPreference>(),
    ],
};
