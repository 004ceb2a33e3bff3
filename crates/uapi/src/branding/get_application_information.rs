//! `Branding::get_application_information`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Branding::get_application_information`.
#[derive(Input)]
pub struct Params {
    /// The application key.
    pub app_key: Secret,
}

/// What `get_application_information` answers.
#[derive(Output)]
pub struct Reply {
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
    /// The itemdesc.
    pub itemdesc: String,
    /// The itemorder.
    pub itemorder: i64,
    /// The module.
    pub module: String,
    /// The searchtext.
    pub searchtext: String,
    /// The subtype.
    pub subtype: Subtype,
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
pub struct GetApplicationInformation;

impl Function for GetApplicationInformation {
    const NAME: &'static str = "get_application_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
