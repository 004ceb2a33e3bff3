//! Styles and Themes: a file a function.

pub mod generate_cpanel_plugin;
pub mod list_styles;
pub mod load_style;
pub mod remove_logo;
pub mod remove_style;
pub mod save_style;
pub mod set_default;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Styles and Themes",
    functions: &[
        Entry::of::<generate_cpanel_plugin::GenerateCpanelPlugin>(),
        Entry::of::<list_styles::ListStyles>(),
        Entry::of::<load_style::LoadStyle>(),
        Entry::of::<remove_logo::RemoveLogo>(),
        Entry::of::<remove_style::RemoveStyle>(),
        Entry::of::<save_style::SaveStyle>(),
        Entry::of::<set_default::SetDefault>(),
    ],
};
