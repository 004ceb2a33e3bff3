//! The module `Themes` of UAPI: a file a function.

pub mod get_theme_base;
pub mod list;
pub mod update;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Themes",
    functions: &[
        Entry::of::<get_theme_base::GetThemeBase>(),
        Entry::of::<list::List>(),
        Entry::of::<update::Update>(),
    ],
};
