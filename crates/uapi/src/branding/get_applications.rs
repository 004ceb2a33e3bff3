//! `Branding::get_applications`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Branding::get_applications`.
#[derive(Input)]
pub struct Params {
    /// The application keys.
    pub app_keys: Option<Secret>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The feature.
    pub feature: String,
    /// The file.
    pub file: String,
    /// The group.
    pub group: String,
    /// The height.
    pub height: i64,
    /// The if.
    #[param(name = "if")]
    pub if_: String,
    /// The imgtype.
    pub imgtype: Imgtype,
    /// The implements.
    pub implements: String,
    /// The itemdesc.
    pub itemdesc: String,
    /// The itemorder.
    pub itemorder: i64,
    /// The searchtext.
    pub searchtext: String,
    /// The subtype.
    pub subtype: Subtype,
    /// The touch.
    pub touch: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The URL.
    pub url: String,
    /// The width.
    pub width: i64,
}

/// What `imgtype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Imgtype {
    /// `icon`.
    #[word("icon")]
    Icon,
}

/// What `subtype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Subtype {
    /// `img`.
    #[word("img")]
    Img,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `image`.
    #[word("image")]
    Image,
}

/// See [`Params`].
pub struct GetApplications;

impl Function for GetApplications {
    const NAME: &'static str = "get_applications";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
