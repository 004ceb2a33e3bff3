//! The module `Locale` of UAPI: a file a function.

pub mod get_attributes;
mod languages;
pub mod list_locales;
pub mod set_locale;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Locale",
    functions: &[
        Entry::of::<get_attributes::GetAttributes>(),
        Entry::of::<list_locales::ListLocales>(),
        Entry::of::<set_locale::SetLocale>(),
    ],
};
