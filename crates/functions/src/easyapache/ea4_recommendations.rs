//! `ea4_recommendations`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Return advice attached to `EasyApache` 4 packages.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The description.
    #[param(absent)]
    pub desc: Option<String>,
    /// The level.
    #[param(absent)]
    pub level: Option<Level>,
    /// The name.
    pub name: String,
    /// The on.
    pub on: On,
    /// The options.
    pub options: Vec<OptionItem>,
    /// The URL.
    #[param(absent)]
    pub url: Option<String>,
}

/// What `level` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Level {
    /// `primary`.
    #[word("primary")]
    Primary,
    /// `success`.
    #[word("success")]
    Success,
    /// `info`.
    #[word("info")]
    Info,
    /// `warning`.
    #[word("warning")]
    Warning,
    /// `danger`.
    #[word("danger")]
    Danger,
}

/// What `on` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum On {
    /// `add`.
    #[word("add")]
    Add,
    /// `remove`.
    #[word("remove")]
    Remove,
}

/// One item of `options`.
#[derive(Output)]
pub struct OptionItem {
    /// The items.
    #[param(absent)]
    pub items: Option<Vec<String>>,
    /// The level.
    #[param(absent)]
    pub level: Option<Level>,
    /// The recommended flag: 0 or 1.
    #[param(absent)]
    pub recommended: Option<Flag>,
    /// The text.
    pub text: String,
    /// The URL.
    #[param(absent)]
    pub url: Option<String>,
}

/// See [`Params`].
pub struct Ea4Recommendations;

impl Function for Ea4Recommendations {
    const NAME: &'static str = "ea4_recommendations";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Vec<Item>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
