//! The module `Locale` of UAPI: a file a function.

pub mod get_attributes;
pub mod list_locales;
pub mod set_locale;

mod languages;

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
