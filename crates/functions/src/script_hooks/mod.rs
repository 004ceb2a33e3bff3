//! Script Hooks: a file a function.

pub mod delete_hook;
pub mod edit_hook;
pub mod list_hooks;
pub mod reorder_hooks;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Script Hooks",
    functions: &[
        Entry::of::<delete_hook::DeleteHook>(),
        Entry::of::<edit_hook::EditHook>(),
        Entry::of::<list_hooks::ListHooks>(),
        Entry::of::<reorder_hooks::ReorderHooks>(),
    ],
};
