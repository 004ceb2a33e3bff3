//! `Branding::get_available_applications`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `Branding::get_available_applications`.
#[derive(Input)]
pub struct Params {
    /// The nvarglist.
    pub nvarglist: Option<String>,
}

/// What `get_available_applications` answers.
#[derive(Output)]
pub struct Reply {
    /// The default group order.
    pub default_group_order: BTreeMap<String, i64>,
    /// The grouporder.
    pub grouporder: Vec<String>,
    /// The groups.
    pub groups: Vec<Group>,
    /// The implements.
    pub implements: BTreeMap<String, String>,
    /// The index.
    pub index: BTreeMap<String, Vec<i64>>,
}

/// One item of `groups`.
#[derive(Output)]
pub struct Group {
    /// The description.
    pub desc: String,
    /// The group.
    pub group: String,
    /// The items.
    pub items: Vec<Item>,
}

/// One item of `items`.
#[derive(Output)]
pub struct Item {
    /// The acontent.
    pub acontent: String,
    /// The base64 png image.
    pub base64_png_image: String,
    /// The feature.
    pub feature: String,
    /// The file.
    pub file: String,
    /// The group.
    pub group: String,
    /// The height.
    pub height: String,
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
    pub itemorder: String,
    /// The module.
    pub module: String,
    /// The onclick.
    pub onclick: String,
    /// The searchtext.
    pub searchtext: String,
    /// The subtype.
    pub subtype: Subtype,
    /// The target.
    pub target: String,
    /// The touch.
    pub touch: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The URL.
    pub url: String,
    /// The width.
    pub width: String,
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
pub struct GetAvailableApplications;

impl Function for GetAvailableApplications {
    const NAME: &'static str = "get_available_applications";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
