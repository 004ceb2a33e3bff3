//! `modsec_get_log`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Return the logged rule hits.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The action description.
    pub action_desc: String,
    /// The file exists flag: 0 or 1.
    pub file_exists: Flag,
    /// The handler.
    pub handler: Option<String>,
    /// The host.
    pub host: String,
    /// The HTTP method.
    pub http_method: String,
    /// The HTTP status.
    pub http_status: i64,
    /// The HTTP version.
    pub http_version: String,
    /// The ID.
    pub id: i64,
    /// The IP address.
    pub ip: String,
    /// The justification.
    pub justification: String,
    /// The meta file.
    pub meta_file: String,
    /// The meta ID.
    pub meta_id: i64,
    /// The meta line.
    pub meta_line: i64,
    /// The meta logdata.
    pub meta_logdata: Option<String>,
    /// The meta message.
    pub meta_msg: String,
    /// The meta offset.
    pub meta_offset: i64,
    /// The meta rev.
    pub meta_rev: Option<i64>,
    /// The meta severity.
    pub meta_severity: Option<String>,
    /// The meta URI.
    pub meta_uri: Option<String>,
    /// The path.
    pub path: String,
    /// The reportable flag: 0 or 1.
    pub reportable: Flag,
    /// The timestamp.
    pub timestamp: String,
    /// The timezone.
    pub timezone: i64,
}

/// See [`Params`].
pub struct ModsecGetLog;

impl Function for ModsecGetLog {
    const NAME: &'static str = "modsec_get_log";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
