//! `create_cphulk_record`

use std::collections::BTreeMap;

use api::{AddressRange, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Adds addresses to the cPHulk white or black list.
#[derive(Input)]
pub struct Params {
    /// Address, CIDR or FIRST-LAST range, IPv4 or IPv6. One or several.
    #[param(family)]
    pub ip: Vec<AddressRange>,
    /// The list name.
    pub list_name: ListName,
    /// At most 255 characters.
    pub comment: Option<String>,
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

/// What `create_cphulk_record` answers.
#[derive(Output)]
pub struct Reply {
    /// The comment.
    pub comment: String,
    /// The IP address blocks removed.
    pub ip_blocks_removed: i64,
    /// The IP addresses added.
    pub ips_added: Vec<String>,
    /// The IP addresses failed.
    pub ips_failed: BTreeMap<String, String>,
    /// The iptable bans removed.
    pub iptable_bans_removed: i64,
    /// The list name.
    pub list_name: ListName,
    /// The requester IP address.
    pub requester_ip: String,
    /// The requester IP address is whitelisted flag: 0 or 1.
    pub requester_ip_is_whitelisted: Flag,
}

/// See [`Params`].
pub struct CreateCphulkRecord;

impl Function for CreateCphulkRecord {
    const NAME: &'static str = "create_cphulk_record";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
