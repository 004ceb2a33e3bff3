//! `SiteTemplates::list_site_templates`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `SiteTemplates::list_site_templates`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The meta.
    pub meta: Meta,
    /// The path.
    pub path: String,
    /// The preview flag: 0 or 1.
    pub preview: Flag,
    /// The template.
    pub template: String,
}

/// The meta.
#[derive(Output)]
pub struct Meta {
    /// The fields.
    pub fields: Vec<Field>,
    /// The information.
    pub information: Information,
}

/// One item of `fields`.
#[derive(Output)]
pub struct Field {
    /// The ID.
    pub id: String,
    /// The label.
    pub label: String,
    /// The placeholder.
    pub placeholder: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `color`.
    #[word("color")]
    Color,
    /// `datetime-local`.
    #[word("datetime-local")]
    DatetimeLocal,
    /// `email`.
    #[word("email")]
    Email,
    /// `Medical`.
    #[word("Medical")]
    Medical,
    /// `tel`.
    #[word("tel")]
    Tel,
    /// `text`.
    #[word("text")]
    Text,
    /// `textarea`.
    #[word("textarea")]
    Textarea,
    /// `url`.
    #[word("url")]
    Url,
}

/// The information.
#[derive(Output)]
pub struct Information {
    /// The date.
    pub date: String,
    /// The description.
    pub description: String,
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// The preview image path.
    pub preview_image_path: String,
}

/// See [`Params`].
pub struct ListSiteTemplates;

impl Function for ListSiteTemplates {
    const NAME: &'static str = "list_site_templates";
    const NEEDS: Needs = Needs::Features(&["sitepublisher"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
