//! `Branding::get_information_for_applications`

use std::collections::BTreeMap;

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Branding::get_information_for_applications`.
#[derive(Input)]
pub struct Params {
    /// The document root.
    pub docroot: FilePath,
    /// The application keys.
    pub app_keys: Option<Secret>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The condition.
    pub condition: Condition,
    /// The description.
    pub description: String,
    /// The icon.
    pub icon: Icon,
    /// The implements.
    pub implements: String,
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// The order.
    pub order: i64,
    /// The terms.
    pub terms: Vec<String>,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The URL.
    pub url: String,
}

/// The condition.
#[derive(Output)]
pub struct Condition {
    /// The feature.
    pub feature: String,
    /// The if.
    #[param(name = "if")]
    pub if_: String,
    /// The module.
    pub module: String,
}

/// The icon.
#[derive(Output)]
pub struct Icon {
    /// The height.
    pub height: i64,
    /// The URL.
    pub url: String,
    /// The width.
    pub width: i64,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `item`.
    #[word("item")]
    Item,
}

/// See [`Params`].
pub struct GetInformationForApplications;

impl Function for GetInformationForApplications {
    const NAME: &'static str = "get_information_for_applications";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
