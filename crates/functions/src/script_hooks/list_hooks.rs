//! `list_hooks`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the script hooks by category, event and stage.
#[derive(Input)]
pub struct Params;

/// What `list_hooks` answers.
#[derive(Output)]
pub struct Reply {
    /// The categories.
    pub categories: Vec<Category>,
}

/// One item of `categories`.
#[derive(Output)]
pub struct Category {
    /// The category.
    pub category: String,
    /// The events.
    pub events: Vec<Event>,
}

/// One item of `events`.
#[derive(Output)]
pub struct Event {
    /// The event.
    pub event: String,
    /// The stage order.
    pub stage_order: Vec<String>,
    /// The stages.
    pub stages: Vec<Stage>,
}

/// One item of `stages`.
#[derive(Output)]
pub struct Stage {
    /// The actions.
    pub actions: Vec<Action>,
    /// The attributes.
    pub attributes: Attributes,
    /// The description.
    pub description: String,
    /// The stage.
    pub stage: String,
}

/// One item of `actions`.
#[derive(Output)]
pub struct Action {
    /// The blocking flag: 0 or 1.
    pub blocking: Flag,
    /// The category.
    pub category: String,
    /// The check.
    pub check: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The escalateprivs flag: 0 or 1.
    pub escalateprivs: Flag,
    /// The event.
    pub event: String,
    /// The exectype.
    pub exectype: Exectype,
    /// The hook.
    pub hook: String,
    /// The ID.
    pub id: String,
    /// The rollback.
    pub rollback: Option<String>,
    /// The stage.
    pub stage: String,
    /// The weight.
    pub weight: i64,
}

/// What `exectype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Exectype {
    /// `script`.
    #[word("script")]
    Script,
    /// `module`.
    #[word("module")]
    Module,
}

/// The attributes.
#[derive(Output)]
pub struct Attributes {
    /// The blocking flag: 0 or 1.
    pub blocking: Flag,
    /// The escalateprivs flag: 0 or 1.
    pub escalateprivs: Flag,
}

/// See [`Params`].
pub struct ListHooks;

impl Function for ListHooks {
    const NAME: &'static str = "list_hooks";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
