//! `StatsManager::save_configuration`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `StatsManager::save_configuration`.
#[derive(Input)]
pub struct Params {
    /// The changes: in the body.
    pub changes: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The analyzers.
    pub analyzers: Vec<Analyzer>,
    /// The domain.
    pub domain: String,
}

/// One item of `analyzers`.
#[derive(Output)]
pub struct Analyzer {
    /// The available flag: 0 or 1.
    pub available: Flag,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The locked flag: 0 or 1.
    pub locked: Flag,
    /// The name.
    pub name: Name,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `analog`.
    #[word("analog")]
    Analog,
    /// `awstats`.
    #[word("awstats")]
    Awstats,
    /// `webalizer`.
    #[word("webalizer")]
    Webalizer,
}

/// See [`Params`].
pub struct SaveConfiguration;

impl Function for SaveConfiguration {
    const NAME: &'static str = "save_configuration";
    const NEEDS: Needs = Needs::Features(&["statselect"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
