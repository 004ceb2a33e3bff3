//! `CPDAVD::manage_collection`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `CPDAVD::manage_collection`.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: String,
    /// The action.
    pub action: Action,
    /// The collection type.
    pub collection_type: CollectionType,
    /// The path.
    pub path: String,
    /// The calendar color.
    #[param(name = "calendar-color")]
    pub calendar_color: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `create`.
    #[word("create")]
    Create,
    /// `update`.
    #[word("update")]
    Update,
    /// `delete`.
    #[word("delete")]
    Delete,
}

/// What `collection_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CollectionType {
    /// `calendar`.
    #[word("calendar")]
    Calendar,
    /// `addressbook`.
    #[word("addressbook")]
    Addressbook,
}

/// What `manage_collection` answers.
#[derive(Output)]
pub struct Reply {
    /// The shared flag: 0 or 1.
    pub shared: Flag,
}

/// See [`Params`].
pub struct ManageCollection;

impl Function for ManageCollection {
    const NAME: &'static str = "manage_collection";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
