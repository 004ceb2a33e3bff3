//! The types of records.

use crate::Word;

macro_rules! record_types {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $number:literal;)*) => {
        /// The type of a record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Word)]
        pub enum RecordType {
            $($(#[$doc])* #[word($word)] $variant,)*
        }

        impl RecordType {
            /// Its number in messages.
            pub const fn number(self) -> u16 {
                match self { $(Self::$variant => $number),* }
            }
        }
    };
}

record_types! {
    /// An IPv4 address.
    A = "A", 1;
    /// An IPv6 address, as it was written before AAAA.
    A6 = "A6", 38;
    /// An IPv6 address.
    Aaaa = "AAAA", 28;
    /// A server of a cell's database.
    Afsdb = "AFSDB", 18;
    /// An alias that the server follows itself; no server here does.
    Alias = "ALIAS", 65_401;
    /// Who may issue certificates.
    Caa = "CAA", 257;
    /// An alias of another name.
    Cname = "CNAME", 5;
    /// An alias of all names below another.
    Dname = "DNAME", 39;
    /// The key of a signed zone below.
    Ds = "DS", 43;
    /// What a host is and runs.
    Hinfo = "HINFO", 13;
    /// How a web server is reached.
    Https = "HTTPS", 65;
    /// A place on earth.
    Loc = "LOC", 29;
    /// A host that takes mail.
    Mx = "MX", 15;
    /// A rule that rewrites names.
    Naptr = "NAPTR", 35;
    /// A nameserver.
    Ns = "NS", 2;
    /// The name of an address.
    Ptr = "PTR", 12;
    /// Who answers for a name.
    Rp = "RP", 17;
    /// The start of authority, which is a part of the zone and not one of its lines.
    Soa = "SOA", 6;
    /// A host and port of a service.
    Srv = "SRV", 33;
    /// The key of an SSH server.
    Sshfp = "SSHFP", 44;
    /// How a service is reached.
    Svcb = "SVCB", 64;
    /// The certificate of a TLS server.
    Tlsa = "TLSA", 52;
    /// Text.
    Txt = "TXT", 16;
}

impl RecordType {
    /// Whether the item at a place of its values is a text, which is quoted in zone files.
    pub(super) fn has_text_at(self, place: usize) -> bool {
        match self {
            Self::Txt | Self::Hinfo => true,
            Self::Caa => place == 2,
            Self::Naptr => (2..=4).contains(&place),
            _ => false,
        }
    }

    /// Whether a name may have one record of it at the most.
    pub(super) fn is_alone(self) -> bool {
        matches!(self, Self::Cname | Self::Dname)
    }
}
