//! `Sitejet::get_templates`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Sitejet::get_templates`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The created at.
    #[param(name = "createdAt")]
    pub created_at: String,
    /// The description.
    pub description: String,
    /// The ID.
    pub id: i64,
    /// The image.
    pub image: String,
    /// The name.
    pub name: String,
    /// The preview URL.
    #[param(name = "previewUrl")]
    pub preview_url: String,
    /// The tags.
    pub tags: Vec<String>,
}

/// See [`Params`].
pub struct GetTemplates;

impl Function for GetTemplates {
    const NAME: &'static str = "get_templates";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
