using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>XML documents as bytes.</summary>
internal static class XmlText
{
    /// <summary>The document; null where the bytes are no XML. Document types and what they could pull in are refused.</summary>
    public static XElement? Parse(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 with a declaration, on one line.</summary>
    public static byte[] Write(XElement root) =>
        Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + root.ToString(SaveOptions.DisableFormatting));
}
