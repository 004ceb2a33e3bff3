//! API tokens of WHM users.

pub mod api_token_create;
pub mod api_token_list;
pub mod api_token_revoke;
pub mod api_token_update;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group = Group {
    title: "Authentication",
    functions: &[
        Entry::of::<api_token_create::ApiTokenCreate>(),
        Entry::of::<api_token_list::ApiTokenList>(),
        Entry::of::<api_token_revoke::ApiTokenRevoke>(),
        Entry::of::<api_token_update::ApiTokenUpdate>(),
    ],
};
