//! `editzonerecord`

use std::net::IpAddr;

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Legacy, Needs, Result, Word, reply};

/// Change one zone record, found by its line number.
#[derive(Input)]
pub struct Params {
    /// The domain: zone.
    pub domain: DomainName,
    /// Line from dumpzone, at least 1.
    pub line: i64,
    /// Seconds, at least 1.
    pub ttl: i64,
    /// Kept when absent; A6 is described but not in the enum.
    #[param(name = "type")]
    pub kind: Option<Type>,
    /// The class: kept when absent.
    pub class: Option<String>,
    /// Kept when absent; keep the final dot of an absolute name.
    pub name: Option<String>,
    /// Required for A (IPv4) and AAAA (IPv6).
    pub address: Option<IpAddr>,
    /// Required for A6; prefix length; deprecated.
    pub prefix: Option<i64>,
    /// Required for A6; address suffix; deprecated.
    pub refer: Option<String>,
    /// Required for AFSDB; 16-bit cell type.
    pub subtype: Option<i64>,
    /// The hostname: required for AFSDB.
    pub hostname: Option<DomainName>,
    /// Required for ALIAS; only with PowerDNS and the feature on.
    pub alias: Option<DomainName>,
    /// Flag: required for CAA; 1: critical.
    pub flag: Option<Flag>,
    /// The tag: required for CAA.
    pub tag: Option<Tag>,
    /// Required for CAA; CA domain, or a URL or mailto for iodef.
    pub value: Option<String>,
    /// The cname: required for CNAME.
    pub cname: Option<DomainName>,
    /// Flatten: CNAME at the zone root only; 1: store the address the name resolves to; 0 makes the
    /// call fail.
    pub flatten: Option<Flag>,
    /// CNAME; fixed address for flatten, which must be given too; looked up when absent.
    pub flatten_to: Option<IpAddr>,
    /// The dname: required for DNAME.
    pub dname: Option<DomainName>,
    /// The keyname: DS; key tag.
    pub keyname: Option<i64>,
    /// The algorithm: DS.
    pub algorithm: Option<i64>,
    /// The digtype: DS; digest type.
    pub digtype: Option<i64>,
    /// The CPU: HINFO.
    pub cpu: Option<String>,
    /// The operating system: HINFO.
    pub os: Option<String>,
    /// The version: LOC; always 0.
    pub version: Option<i64>,
    /// LOC; metres, at least 1.
    pub size: Option<i64>,
    /// LOC; metres, at least 1.
    pub horiz_pre: Option<i64>,
    /// LOC; metres, at least 1.
    pub vert_pre: Option<i64>,
    /// LOC; e.g. 41 51 54.305 N.
    pub latitude: Option<String>,
    /// LOC; e.g. 87 36 47.95 W.
    pub longitude: Option<String>,
    /// LOC; metres with an m at the end, e.g. 178m.
    pub altitude: Option<String>,
    /// The exchange: MX.
    pub exchange: Option<DomainName>,
    /// MX; lower goes first.
    pub preference: Option<i64>,
    /// The nsdname: NS.
    pub nsdname: Option<DomainName>,
    /// PTR; keep the final dot.
    pub ptrdname: Option<DomainName>,
    /// RP; mail address with a dot for the `@`, keep the final dot.
    pub mbox: Option<String>,
    /// RP; keep the final dot.
    pub txtdname: Option<DomainName>,
    /// The mname: SOA.
    pub mname: Option<DomainName>,
    /// SOA; mail address with a dot for the `@`.
    pub rname: Option<String>,
    /// The serial: SOA.
    pub serial: Option<i64>,
    /// The refresh: SOA; seconds.
    pub refresh: Option<i64>,
    /// The retry: SOA; seconds.
    pub retry: Option<i64>,
    /// The expire: SOA; seconds.
    pub expire: Option<i64>,
    /// SOA; number of lines the record takes; lower case here, Lines in addzonerecord.
    pub lines: Option<i64>,
    /// SRV; lower goes first.
    pub priority: Option<i64>,
    /// The weight: SRV.
    pub weight: Option<i64>,
    /// The port: SRV.
    pub port: Option<i64>,
    /// The target: SRV.
    pub target: Option<DomainName>,
    /// TXT; the reference wants enclosing double quotes, not URI-encoded.
    pub txtdata: Option<String>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `A`.
    #[word("A")]
    A,
    /// `AAAA`.
    #[word("AAAA")]
    Aaaa,
    /// `AFSDB`.
    #[word("AFSDB")]
    Afsdb,
    /// `ALIAS`.
    #[word("ALIAS")]
    Alias,
    /// `CAA`.
    #[word("CAA")]
    Caa,
    /// `CNAME`.
    #[word("CNAME")]
    Cname,
    /// `DNAME`.
    #[word("DNAME")]
    Dname,
    /// `DS`.
    #[word("DS")]
    Ds,
    /// `HINFO`.
    #[word("HINFO")]
    Hinfo,
    /// `LOC`.
    #[word("LOC")]
    Loc,
    /// `MX`.
    #[word("MX")]
    Mx,
    /// `NS`.
    #[word("NS")]
    Ns,
    /// `PTR`.
    #[word("PTR")]
    Ptr,
    /// `RP`.
    #[word("RP")]
    Rp,
    /// `SOA`.
    #[word("SOA")]
    Soa,
    /// `SRV`.
    #[word("SRV")]
    Srv,
    /// `TXT`.
    #[word("TXT")]
    Txt,
}

/// What `tag` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Tag {
    /// `issue`.
    #[word("issue")]
    Issue,
    /// `issuewild`.
    #[word("issuewild")]
    Issuewild,
    /// `iodef`.
    #[word("iodef")]
    Iodef,
}

/// See [`Params`].
pub struct Editzonerecord;

impl Function for Editzonerecord {
    const NAME: &'static str = "editzonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
