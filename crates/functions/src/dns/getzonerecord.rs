//! `getzonerecord`

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, Value, reply,
};

/// Give the record on one line of a zone.
#[derive(Input)]
pub struct Params {
    /// The domain: zone.
    pub domain: DomainName,
    /// The line: at least 1.
    pub line: i64,
}

/// What `getzonerecord` answers.
#[derive(Output)]
pub struct Reply {
    /// The record.
    pub record: Vec<Record>,
}

/// One item of `record`.
#[derive(Output)]
pub struct Record {
    /// The line.
    #[param(name = "Line")]
    pub line: i64,
    /// The class.
    pub class: String,
    /// The name.
    pub name: String,
    /// The TTL.
    pub ttl: Value,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
    /// The lines.
    #[param(name = "Lines", absent)]
    pub lines: Option<i64>,
    /// The address.
    #[param(absent)]
    pub address: Option<String>,
    /// The prefix.
    #[param(absent)]
    pub prefix: Option<Value>,
    /// The refer.
    #[param(absent)]
    pub refer: Option<String>,
    /// The subtype.
    #[param(absent)]
    pub subtype: Option<Value>,
    /// The hostname.
    #[param(absent)]
    pub hostname: Option<String>,
    /// The alias.
    #[param(absent)]
    pub alias: Option<String>,
    /// The flag.
    #[param(absent)]
    pub flag: Option<Value>,
    /// The tag.
    #[param(absent)]
    pub tag: Option<String>,
    /// The value.
    #[param(absent)]
    pub value: Option<String>,
    /// The cname.
    #[param(absent)]
    pub cname: Option<String>,
    /// The flatten flag: 0 or 1.
    #[param(absent)]
    pub flatten: Option<Flag>,
    /// The flatten to.
    #[param(absent)]
    pub flatten_to: Option<String>,
    /// The dname.
    #[param(absent)]
    pub dname: Option<String>,
    /// The keyname.
    #[param(absent)]
    pub keyname: Option<Value>,
    /// The algorithm.
    #[param(absent)]
    pub algorithm: Option<Value>,
    /// The digtype.
    #[param(absent)]
    pub digtype: Option<Value>,
    /// The CPU.
    #[param(absent)]
    pub cpu: Option<String>,
    /// The operating system.
    #[param(absent)]
    pub os: Option<String>,
    /// The version.
    #[param(absent)]
    pub version: Option<Value>,
    /// The size.
    #[param(absent)]
    pub size: Option<Value>,
    /// The horiz pre.
    #[param(absent)]
    pub horiz_pre: Option<Value>,
    /// The vert pre.
    #[param(absent)]
    pub vert_pre: Option<Value>,
    /// The latitude.
    #[param(absent)]
    pub latitude: Option<String>,
    /// The longitude.
    #[param(absent)]
    pub longitude: Option<String>,
    /// The altitude.
    #[param(absent)]
    pub altitude: Option<String>,
    /// The exchange.
    #[param(absent)]
    pub exchange: Option<String>,
    /// The preference.
    #[param(absent)]
    pub preference: Option<Value>,
    /// The nsdname.
    #[param(absent)]
    pub nsdname: Option<String>,
    /// The ptrdname.
    #[param(absent)]
    pub ptrdname: Option<String>,
    /// The mbox.
    #[param(absent)]
    pub mbox: Option<String>,
    /// The txtdname.
    #[param(absent)]
    pub txtdname: Option<String>,
    /// The mname.
    #[param(absent)]
    pub mname: Option<String>,
    /// The rname.
    #[param(absent)]
    pub rname: Option<String>,
    /// The serial.
    #[param(absent)]
    pub serial: Option<Value>,
    /// The refresh.
    #[param(absent)]
    pub refresh: Option<Value>,
    /// The retry.
    #[param(absent)]
    pub retry: Option<Value>,
    /// The expire.
    #[param(absent)]
    pub expire: Option<Value>,
    /// The minimum.
    #[param(absent)]
    pub minimum: Option<Value>,
    /// The priority.
    #[param(absent)]
    pub priority: Option<Value>,
    /// The weight.
    #[param(absent)]
    pub weight: Option<Value>,
    /// The port.
    #[param(absent)]
    pub port: Option<Value>,
    /// The target.
    #[param(absent)]
    pub target: Option<String>,
    /// The fptype.
    #[param(absent)]
    pub fptype: Option<Value>,
    /// The txtdata.
    #[param(absent)]
    pub txtdata: Option<String>,
    /// The unencoded flag: 0 or 1.
    #[param(absent)]
    pub unencoded: Option<Flag>,
}

/// See [`Params`].
pub struct Getzonerecord;

impl Function for Getzonerecord {
    const NAME: &'static str = "getzonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
