//! Values as messages have them, names uncompressed (RFC 1035, section 3.3, and those after it).

use super::RecordValue;

impl RecordValue {
    /// The bytes of the value in a message.
    pub fn to_wire(&self) -> Vec<u8> {
        let mut wire = Wire(Vec::new());
        match self {
            Self::A(address) => wire.bytes(&address.octets()),
            Self::A6 { prefix, suffix, name } => {
                wire.bytes(&[*prefix]);
                wire.bytes(suffix.octets().get(usize::from(prefix / 8)..).unwrap_or_default());
                if let Some(name) = name {
                    wire.name(name);
                }
            }
            Self::Aaaa(address) => wire.bytes(&address.octets()),
            Self::Afsdb { subtype: number, hostname: name }
            | Self::Mx { preference: number, exchange: name } => {
                wire.shorts(&[*number]);
                wire.name(name);
            }
            Self::Caa { flag, tag, value } => {
                wire.bytes(&[*flag]);
                wire.string(tag.as_bytes());
                wire.bytes(value);
            }
            Self::Cname(name) | Self::Dname(name) | Self::Ns(name) | Self::Ptr(name) => {
                wire.name(name);
            }
            Self::Ds { tag, algorithm, digest_type, digest } => {
                wire.shorts(&[*tag]);
                wire.bytes(&[*algorithm, *digest_type]);
                wire.bytes(digest);
            }
            Self::Hinfo { cpu, os } => [cpu, os].into_iter().for_each(|text| wire.string(text)),
            Self::Https(binding) | Self::Svcb(binding) => wire.binding(binding),
            Self::Loc(place) => {
                wire.bytes(&[0, place.size, place.horizontal, place.vertical]);
                for number in [place.latitude, place.longitude, place.altitude] {
                    wire.bytes(&number.to_be_bytes());
                }
            }
            Self::Naptr { order, preference, flags, services, regexp, replacement } => {
                wire.shorts(&[*order, *preference]);
                for text in [flags, services, regexp] {
                    wire.string(text);
                }
                wire.name(replacement);
            }
            Self::Rp { mailbox, text } => {
                wire.name(mailbox);
                wire.name(text);
            }
            Self::Srv { priority, weight, port, target } => {
                wire.shorts(&[*priority, *weight, *port]);
                wire.name(target);
            }
            Self::Sshfp { algorithm, kind, fingerprint } => {
                wire.bytes(&[*algorithm, *kind]);
                wire.bytes(fingerprint);
            }
            Self::Tlsa { usage, selector, matching, data } => {
                wire.bytes(&[*usage, *selector, *matching]);
                wire.bytes(data);
            }
            Self::Txt(strings) => strings.iter().for_each(|string| wire.string(string)),
        }
        wire.0
    }
}

/// A name as messages have it.
pub(super) fn name(name: &str) -> Vec<u8> {
    let mut wire = Wire(Vec::new());
    wire.name(name);
    wire.0
}

struct Wire(Vec<u8>);

impl Wire {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    fn shorts(&mut self, numbers: &[u16]) {
        self.0.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    }

    /// A text of at most 255 bytes, which is checked where it is read, after its length.
    fn string(&mut self, text: &[u8]) {
        self.0.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
        self.0.extend(text.iter().take(255));
    }

    /// A name; `\.` is a dot within a label.
    fn name(&mut self, name: &str) {
        const DOT: char = '\0';
        let marked = name.replace("\\.", &DOT.to_string());
        for label in marked.split('.').filter(|label| !label.is_empty()) {
            self.string(label.replace(DOT, ".").as_bytes());
        }
        self.0.push(0);
    }

    fn binding(&mut self, binding: &super::Binding) {
        self.shorts(&[binding.priority]);
        self.name(&binding.target);
        for (key, value) in &binding.params {
            self.shorts(&[*key, u16::try_from(value.len()).unwrap_or(u16::MAX)]);
            self.bytes(value);
        }
    }
}
