//! `read_cphulk_records`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the records of the cPHulk white or black list.
#[derive(Input)]
pub struct Params {
    /// The list name.
    pub list_name: ListName,
    /// 1: do not check that cPHulk runs.
    #[param(default = 0)]
    pub skip_enabled_check: Flag,
}

/// What `list_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ListName {
    /// `black`.
    #[word("black")]
    Black,
    /// `white`.
    #[word("white")]
    White,
}

/// What `read_cphulk_records` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP addresses in list.
    pub ips_in_list: BTreeMap<String, String>,
    /// The list name.
    pub list_name: ListName,
    /// The requester IP address.
    pub requester_ip: String,
    /// The requester IP address is whitelisted flag: 0 or 1.
    pub requester_ip_is_whitelisted: Flag,
    /// The restart SSH flag: 0 or 1.
    #[param(absent)]
    pub restart_ssh: Option<Flag>,
    /// The warning IP address.
    #[param(absent)]
    pub warning_ip: Option<String>,
    /// The warning SSH.
    #[param(absent)]
    pub warning_ssh: Option<String>,
}

/// See [`Params`].
pub struct ReadCphulkRecords;

impl Function for ReadCphulkRecords {
    const NAME: &'static str = "read_cphulk_records";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
