//! `CPDAVD::list_users`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `CPDAVD::list_users`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The calendar color.
    #[param(name = "calendar-color")]
    pub calendar_color: String,
    /// The description.
    pub description: String,
    /// The displayname.
    pub displayname: String,
    /// The protected flag: 0 or 1.
    pub protected: Flag,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `VADDRESSBOOK`.
    #[word("VADDRESSBOOK")]
    Vaddressbook,
    /// `VCALENDAR`.
    #[word("VCALENDAR")]
    Vcalendar,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<BTreeMap<String, BTreeMap<String, Item>>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
