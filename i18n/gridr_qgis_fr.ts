<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>gridr</name>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}): {help}&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}) : {help}&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Cancelled. Older results are as they were.</source>
      <translation>Annulé. Les anciens résultats sont inchangés.</translation>
    </message>
    <message>
      <source>Build mask</source>
      <translation>Construire un masque</translation>
    </message>
    <message>
      <source>Makes a mask of polygons and a raster mask, at any resolution.</source>
      <translation>Crée un masque à partir de polygones et d'un masque raster, à toute résolution.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes one &lt;b&gt;mask&lt;/b&gt; of polygons and of a raster mask: 1 where all of them say valid, 0 elsewhere. &lt;i&gt;Resample raster through a grid&lt;/i&gt; takes it as a source mask or as a grid mask; so do other programs. Use it to see a mask before you resample with it, to use it many times, or where the masks are of different resolutions.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Réunit des polygones et un masque raster en un seul &lt;b&gt;masque&lt;/b&gt; : 1 là où tous indiquent un pixel valide, 0 ailleurs. &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; l'accepte comme masque de la source ou comme masque de la grille ; d'autres logiciels aussi. Utile pour voir un masque avant de rééchantillonner, pour s'en servir plusieurs fois, ou lorsque les masques sont de résolutions différentes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;template&lt;/b&gt; gives the mask its size and its place on the map. At resolution 1 the mask has the template's pixels. At resolution R the template's pixels are nodes, R pixels of the mask apart, as in a grid: n rows of nodes give (n - 1) x R + 1 rows.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le &lt;b&gt;raster de référence&lt;/b&gt; donne au masque sa taille et son géoréférencement. À la résolution 1, le masque a les mêmes pixels. À la résolution R, les pixels du raster de référence sont des nœuds, distants de R pixels du masque, comme dans une grille : n lignes de nœuds donnent (n - 1) × R + 1 lignes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Valid and invalid pixels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Pixels valides et invalides&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A pixel of the mask is valid if its centre is inside a valid polygon (if there is such a layer), in no invalid polygon, and all nodes of the raster mask that surround it are valid; a pixel on a node needs that node only. A node that weighs up to a thousandth in the pixel does not matter. A centre on the contour of a polygon is inside.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel du masque est valide si son centre est à l'intérieur d'un polygone valide (si une telle couche est donnée), n'est dans aucun polygone invalide, et si tous les nœuds du masque raster qui l'entourent sont valides ; un pixel situé sur un nœud ne dépend que de ce nœud. Un nœud dont le poids dans le pixel ne dépasse pas un millième ne compte pas. Un centre situé sur le contour d'un polygone est à l'intérieur.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A raster mask is compared with &lt;i&gt;Raster mask: value that means valid&lt;/i&gt; only; its own nodata value plays no part.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un masque raster n'est comparé qu'à &lt;i&gt;Masque raster : valeur des pixels valides&lt;/i&gt; ; sa propre valeur nodata ne joue aucun rôle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Limits&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Limites&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The output is a GeoTIFF of one band of one bit. It may be of any size; it does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La sortie est un GeoTIFF d'une bande d'un bit. Sa taille est quelconque ; le résultat ne dépend ni de la mémoire ni du nombre de fils (threads).&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Masks</source>
      <translation>Masques</translation>
    </message>
    <message>
      <source>validity mask,valid,invalid,polygon,rasterize,burn,clip,crop,nodata,grid,resolution,cloud mask,CNES</source>
      <translation>masque de validité,valide,invalide,polygone,rastériser,découper,découpage,nodata,grille,résolution,masque de nuages,validity mask,valid,invalid,polygon,rasterize,burn,clip,crop,grid,resolution,cloud mask,CNES</translation>
    </message>
    <message>
      <source>Template raster</source>
      <translation>Raster de référence</translation>
    </message>
    <message>
      <source>Raster that gives the mask its size and its place on the map; its values do not matter. Not set: the raster mask.</source>
      <translation>Raster qui donne au masque sa taille et son géoréférencement ; ses valeurs n'importent pas. Non renseigné : le masque raster.</translation>
    </message>
    <message>
      <source>Raster mask</source>
      <translation>Masque raster</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the template, that says which of its pixels are valid. Not set: all.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de référence, qui indique lesquels de ses pixels sont valides. Non renseigné : tous.</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others.</source>
      <translation>GeoTIFF d'une bande d'un bit : 1 pour les pixels valides, 0 pour les autres.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the template's; over a template without georeference as QGIS draws the mask (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the mask, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui du raster de référence ; si ce dernier est sans géoréférencement, comme QGIS dessine le masque (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne du masque, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>Resolution in rows [pixels of the mask]</source>
      <translation>Résolution en lignes [pixels du masque]</translation>
    </message>
    <message>
      <source>Rows of the mask from one row of the template to the next.</source>
      <translation>Lignes du masque d'une ligne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>Resolution in columns [pixels of the mask]</source>
      <translation>Résolution en colonnes [pixels du masque]</translation>
    </message>
    <message>
      <source>Columns of the mask from one column of the template to the next.</source>
      <translation>Colonnes du masque d'une colonne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>{source} mask</source>
      <translation>Masque de {source}</translation>
    </message>
    <message>
      <source>Check environment</source>
      <translation>Vérifier l'environnement</translation>
    </message>
    <message>
      <source>Tells versions, memory and cache, and tests every interpolation.</source>
      <translation>Indique les versions, la mémoire et le cache, et teste chaque interpolation.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Tells what GridR finds here: versions of QGIS, Python and all libraries, memory and processors, and the folder of compiled kernels. Then it tests every interpolation on a small raster with known values, in memory and on files.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Indique ce que GridR trouve ici : versions de QGIS, de Python et de toutes les bibliothèques, mémoire et processeurs, dossier des noyaux compilés. Teste ensuite chaque interpolation sur un petit raster de valeurs connues, en mémoire et sur des fichiers.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The text is made to be pasted into a bug report. It runs, too, where libraries are missing, and says how to install them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le texte est fait pour être collé dans un rapport d'anomalie. L'algorithme fonctionne aussi là où des bibliothèques manquent, et indique comment les installer.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Compiled kernels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Noyaux compilés&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Runs begin at once: NumPy computes, with the same results as the faster compiled kernels, which take over when they are loaded. The first long run of an interpolation with a type of data has them compiled beside it, some 10 to 20 seconds; they are kept on disk for later. &lt;i&gt;Compile now&lt;/i&gt; does that for every interpolation and the usual types of data, which takes some minutes and can be cancelled: what is compiled by then stays. If results look wrong after an update of the system, clear that cache once. Its folder, and who computes, are set in the Processing options, under &lt;i&gt;Providers&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les traitements commencent tout de suite : NumPy calcule, avec les mêmes résultats que les noyaux compilés, plus rapides, qui prennent le relais dès qu'ils sont chargés. Le premier traitement long d'une interpolation avec un type de données les fait compiler à côté, en 10 à 20 secondes environ ; ils sont conservés sur le dispour la suite. &lt;i&gt;Compiler maintenant&lt;/i&gt; le fait pour toutes les interpolations et les types de données usuels, ce qui prend quelques minutes et peut être annulé : ce qui est compilé jusque-là reste. Si des résultats paraissent faux après une mise à jour du système, videz ce cache une fois. Son dossier, et qui calcule, se règlent dans les options de traitement, sous &lt;i&gt;Fournisseurs de traitements&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The test takes about two seconds. Compiled kernels are tested where they are compiled.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le test prend environ deux secondes. Les noyaux compilés sont testés là où ils sont compilés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
    <message>
      <source>environment,check,version,library,dependency,numba,rasterio,install,bug,report,test,diagnose,cache,clear,kernel,compile,GridR</source>
      <translation>environnement,vérifier,diagnostic,version,bibliothèque,dépendance,installer,anomalie,bogue,rapport,vider,noyau,compiler,environment,check,library,dependency,numba,rasterio,install,bug,report,test,diagnose,cache,clear,kernel,compile,GridR</translation>
    </message>
    <message>
      <source>Clear the cache of compiled kernels first</source>
      <translation>Vider d'abord le cache des noyaux compilés</translation>
    </message>
    <message>
      <source>Removes all kernels that are kept on disk; what the next runs need is compiled anew, once.</source>
      <translation>Supprime tous les noyaux conservés sur le disque ; ce dont les prochaines exécutions ont besoin est compilé à nouveau, une fois.</translation>
    </message>
    <message>
      <source>Compile now what most runs use</source>
      <translation>Compiler maintenant les noyaux usuels</translation>
    </message>
    <message>
      <source>Every interpolation for 8-bit and 16-bit integers and 32-bit floats, as far as it is not compiled yet.</source>
      <translation>Toutes les interpolations pour les entiers de 8 et 16 bits et les flottants de 32 bits, si elles ne sont pas encore compilées.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>HTML page with the text, whose lines are in the log, too. Without it the text is a result.</source>
      <translation>Page HTML avec le texte, dont les lignes sont aussi dans le journal. Sans elle, le texte est un résultat.</translation>
    </message>
    <message>
      <source>Text for a bug report</source>
      <translation>Texte pour un rapport d'anomalie</translation>
    </message>
    <message>
      <source>Whether all is well</source>
      <translation>Indique si tout va bien</translation>
    </message>
    <message>
      <source>Convert a grid</source>
      <translation>Convertir une grille</translation>
    </message>
    <message>
      <source>Converts grids for OTB and from OTB, and to other resolutions.</source>
      <translation>Convertit des grilles pour l'OTB et de l'OTB, et vers d'autres résolutions.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Converts a &lt;b&gt;grid&lt;/b&gt;: from what another program makes to what &lt;i&gt;Resample raster through a grid&lt;/i&gt; reads, from that to what another program reads, or to another resolution. What a node stands for stays the same: a position in the source.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Convertit une &lt;b&gt;grille&lt;/b&gt; : de ce que produit un autre programme à ce que lit &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, de cela à ce que lit un autre programme, ou vers une autre résolution. Ce que désigne un nœud reste le même : une position dans la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A &lt;b&gt;finer&lt;/b&gt; resolution interpolates between nodes as resampling does, so that no pixel changes. A &lt;b&gt;coarser&lt;/b&gt; one must be a multiple: it keeps every k-th node, and both ends; the largest error at the nodes that are dropped is told. If neither convention nor resolution changes, the output is a copy.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Une résolution plus &lt;b&gt;fine&lt;/b&gt; interpole entre les nœuds comme le fait le rééchantillonnage : aucun pixel ne change. Une plus &lt;b&gt;grossière&lt;/b&gt; doit être un multiple : elle garde un nœud sur k, et les deux extrémités ; la plus grande erreur aux nœuds supprimés est indiquée. Si ni la convention ni la résolution ne changent, la sortie est une copie.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Place on the map and coordinate system stay, and tags tell resampling the resolution and the size of the output. Nodes without a position are NaN.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le géoréférencement et le système de coordonnées sont conservés, et des métadonnées indiquent au rééchantillonnage la résolution et la taille de la sortie. Les nœuds sans position sont NaN.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;OTB&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;OTB&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids &lt;b&gt;for OTB&lt;/b&gt; are in pixels, as map coordinates lose digits in OTB's 32 bits; they have no place on the map, and neither has what OTB makes. The result &lt;i&gt;Command&lt;/i&gt;, which the log shows too, is the line for &lt;code&gt;otbcli_GridBasedImageResampling&lt;/code&gt;: it reads the source without its place on the map. Its &lt;code&gt;bco&lt;/code&gt; is our cubic, &lt;code&gt;linear&lt;/code&gt; our linear; pixels are equal to 0.0004.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles &lt;b&gt;pour l'OTB&lt;/b&gt; sont en pixels, car des coordonnées de carte perdent des chiffres dans les 32 bits de l'OTB ; elles n'ont pas de géoréférencement, et ce qu'en fait l'OTB non plus. Le résultat &lt;i&gt;Commande&lt;/i&gt;, que montre aussi le journal, est la ligne pour &lt;code&gt;otbcli_GridBasedImageResampling&lt;/code&gt; : elle lit la source sans son géoréférencement. Son &lt;code&gt;bco&lt;/code&gt; est notre cubic, &lt;code&gt;linear&lt;/code&gt; notre linear ; les pixels sont égaux à 0,0004 près.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids &lt;b&gt;from OTB&lt;/b&gt; may be in pixels or in coordinates of the map. Output pixel (0, 0) is the first node. Those of the stereo rectification need nothing but &lt;i&gt;From: otb_def&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles &lt;b&gt;de l'OTB&lt;/b&gt; peuvent être en pixels ou en coordonnées de la carte. Le pixel de sortie (0, 0) est le premier nœud. Celles de la rectification stéréo ne demandent que &lt;i&gt;De : otb_def&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids of OTB must lie upright. OTB knows no nodata: what it makes around nodes without a position is no result.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles de l'OTB ne doivent pas être tournées. L'OTB ne connaît pas nodata : ce qu'il produit autour de nœuds sans position n'est pas un résultat.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Grids</source>
      <translation>Grilles</translation>
    </message>
    <message>
      <source>grid,convert,conversion,OTB,Orfeo,CNES,displacement,deformation,location grid,localisation grid,localization,stereo,epipolar,resolution,spacing,convention,half pixel,warp,registration,coregistration</source>
      <translation>grille,convertir,conversion,déplacement,déformation,grille de localisation,grille de déformation,stéréo,épipolaire,résolution,espacement,pas,convention,demi-pixel,recalage,co-recalage,grid,convert,OTB,Orfeo,CNES,displacement,deformation,location grid,localisation grid,localization,stereo,epipolar,resolution,spacing,half pixel,warp,registration,coregistration</translation>
    </message>
    <message>
      <source>Grid raster</source>
      <translation>Raster de grille</translation>
    </message>
    <message>
      <source>Raster of nodes with two bands: rows and columns, or for grids of OTB x and y, counted as From says.</source>
      <translation>Raster de nœuds à deux bandes : lignes et colonnes, ou x et y pour les grilles de l'OTB, comptés comme l'indique De.</translation>
    </message>
    <message>
      <source>Converted grid</source>
      <translation>Grille convertie</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands of Float64: rows and columns; for OTB, x and y.</source>
      <translation>GeoTIFF à deux bandes Float64 : lignes et colonnes ; pour l'OTB, x et y.</translation>
    </message>
    <message>
      <source>{source} as {convention}</source>
      <translation>{source} en {convention}</translation>
    </message>
    <message>
      <source>Grid from geolocation arrays</source>
      <translation>Grille d'après tableaux de géolocalisation</translation>
    </message>
    <message>
      <source>Makes the grid that brings a swath to a map, by the place of each pixel.</source>
      <translation>Calcule la grille qui projette une fauchée sur une carte, d'après les coordonnées de chaque pixel.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a swath to a map. Its pixels have their places in two &lt;b&gt;geolocation arrays&lt;/b&gt; of longitude and latitude, as in most netCDF and HDF files of satellites (MODIS, VIIRS, Sentinel-3). The source's tags name them, or they are given here.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; projette une fauchée sur une carte. Les coordonnées de ses pixels sont dans deux &lt;b&gt;tableaux de géolocalisation&lt;/b&gt;, longitudes et latitudes, comme dans la plupart des fichiers netCDF et HDF de satellites (MODIS, VIIRS, Sentinel-3). Les métadonnées de la source les indiquent, ou bien ils sont donnés ici.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Instead, a &lt;b&gt;GLT&lt;/b&gt; may say for each pixel of a map which one of the source belongs there, as EMIT's does. Its target is the GLT's own raster, and the output has exactly the source's values whatever the interpolation, but not through B-splines.&lt;/p&gt;</source>
      <translation>&lt;p&gt;À leur place, une &lt;b&gt;GLT&lt;/b&gt; peut dire pour chaque pixel d'une carte quel pixel de la source lui correspond, comme celle d'EMIT. Sa cible est le raster de la GLT lui-même, et la sortie a exactement les valeurs de la source quelle que soit l'interpolation, sauf par B-splines.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size. Not set, it holds all places, in square pixels as large as those of the source are in median.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel. Non renseignée, elle couvre tous les pixels géolocalisés, en pixels carrés de la taille médiane de ceux de la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;How exact it is&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Exactitude&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Between the places of four neighbours positions are bilinear, and every target pixel within has one: there are no holes, neither where scans overlap (&lt;b&gt;bow-tie&lt;/b&gt;) nor at the antimeridian. Of scans that overlap the one counts in whose middle a place lies. Around the outermost pixel centres half a cell goes straight on.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Entre quatre pixels voisins, les positions sont interpolées bilinéairement, et chaque pixel de la cible qui s'y trouve en a une : il n'y a pas de trous, ni là où des balayages se recouvrent (&lt;b&gt;nœud papillon&lt;/b&gt;, bow-tie), ni à l'antiméridien. Parmi des balayages qui se recouvrent, l'emporte celui dont le milieu est le plus proche. Autour des centres des pixels du bord, une demi-maille est extrapolée linéairement.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Where places end or jump the automatic resolution is 1: each target pixel becomes a node. Nodes without a position are nodata (NaN), and 0 in the mask.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Là où les coordonnées s'arrêtent ou sautent, la résolution automatique est 1 : chaque pixel de la cible devient un nœud. Les nœuds sans position sont nodata (NaN), et 0 dans le masque.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Use &lt;i&gt;nearest&lt;/i&gt; where scans overlap: other interpolations mix two scans at their edges. Pixels beside fill values have no half cell around them. In longitudes and latitudes the cell that holds a pole is left out; take a polar system there. A map that ends at the antimeridian, such as EPSG:3857, loses the cells that lie over its end. The arrays are held in memory: some 30 bytes for each of their pixels.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Prendre &lt;i&gt;nearest&lt;/i&gt; là où des balayages se recouvrent : les autres interpolations mêlent deux balayages à leurs bords. Les pixels à côté de valeurs de remplissage n'ont pas de demi-maille autour d'eux. En longitudes et latitudes, la maille qui contient un pôle est omise ; prendre un système polaire dans ce cas. Une carte qui s'arrête à l'antiméridien, comme EPSG:3857, perd les mailles à cheval sur son bord. Les tableaux sont gardés en mémoire : environ 30 octets pour chacun de leurs pixels.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,swath,geolocation,geolocation array,longitude,latitude,array,netCDF,HDF,MODIS,VIIRS,Sentinel-3,EMIT,GLT,geographic lookup table,bow-tie,scan,orbit,georeference,georeferencing,reproject,reprojection,warp,location grid,CNES</source>
      <translation>grille,créer,fauchée,géolocalisation,tableau de géolocalisation,longitude,latitude,tableau,nœud papillon,balayage,table de correspondance,orbite,géoréférencer,géoréférencement,reprojeter,reprojection,grille de localisation,grid,make,swath,geolocation,geolocation array,array,netCDF,HDF,MODIS,VIIRS,Sentinel-3,EMIT,GLT,geographic lookup table,bow-tie,scan,orbit,georeference,georeferencing,reproject,warp,location grid,CNES</translation>
    </message>
    <message>
      <source>Source raster</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>Raster as the sensor saw it; its values do not matter.</source>
      <translation>Raster tel que le capteur l'a vu ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Grid from control points</source>
      <translation>Grille d'après points d'appui</translation>
    </message>
    <message>
      <source>Makes the grid that brings a scan to the map by control points.</source>
      <translation>Calcule la grille qui recale une image sur la carte par des points d'appui.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a scan or an image to the map, from &lt;b&gt;control points&lt;/b&gt; in a file: what QGIS's Georeferencer saves (.points), or a table of rows, columns, x and y.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; recale sur la carte une image, numérisée ou non, d'après des &lt;b&gt;points d'appui&lt;/b&gt; dans un fichier : ce qu'enregistre le Géoréférenceur de QGIS (.points), ou une table de lignes, colonnes, x et y.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Points go to the target's coordinate system first and are fitted there. All seven fits are those of the Georeferencer, to 0.00001 pixel; the linear one also mirrors. The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size; what is not set is suggested.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les points passent d'abord dans le système de coordonnées de la cible, où ils sont ajustés. Les sept ajustements sont ceux du Géoréférenceur, à 0,00001 pixel près ; le linéaire sait aussi retourner l'image. La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel ; ce qui n'est pas renseigné est proposé.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;How well points fit&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Qualité de l'ajustement&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;&lt;b&gt;Residuals&lt;/b&gt; are in source pixels. Where a fit has many coefficients, or goes through all points as thin plates do, they say little: look at the &lt;b&gt;left-out&lt;/b&gt; ones, where each point is compared with a fit of all others. A point whose left-out residual is above 3 robust standard deviations (1.4826 x MAD) is suspect. Points count from 1 in the order of the file, disabled ones as well.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les &lt;b&gt;résidus&lt;/b&gt; sont en pixels de la source. Quand un ajustement a beaucoup de coefficients, ou passe par tous les points comme les plaques minces, ils disent peu : regarder les résidus &lt;b&gt;sans le point&lt;/b&gt;, où chaque point est comparé à un ajustement de tous les autres. Un point dont ce résidu dépasse 3 écarts types robustes (1,4826 x MAD) est suspect. Les points comptent à partir de 1 dans l'ordre du fichier, y compris ceux qui sont désactivés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A wrong point makes good ones near it suspect: mend the worst and look again. Of good points two in a hundred are suspect by chance, and of thin plates many at the edge, where the others must reach far to foretell them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un point faux rend suspects de bons points voisins : corriger le pire et regarder à nouveau. Parmi de bons points, deux sur cent sont suspects par hasard et, avec des plaques minces, beaucoup au bord, où les autres doivent aller loin pour les prédire.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nothing is dropped silently: the log, the table and the report name disabled and suspect points, repeated ones, and those far outside of the source. No point is rejected by itself: disable it in the file.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rien n'est écarté en silence : le journal, la table et le rapport nomment les points désactivés et suspects, les points répétés, et ceux qui sont loin hors de la source. Aucun point n'est rejeté de lui-même : le désactiver dans le fichier.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Numbers have a decimal point; columns stand between commas, semicolons or tabs. Two enabled points at one place of the map but at different pixels are refused. Thin plates take at most 5000 points; linear, helmert and projective fits have left-out residuals of up to 500. Control points within the raster itself are for &lt;i&gt;Grid from georeference, control points or RPCs&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le séparateur décimal est le point ; les colonnes sont séparées par des virgules, des points-virgules ou des tabulations. Deux points activés au même endroit de la carte mais à des pixels différents sont refusés. Les plaques minces acceptent au plus 5000 points ; les ajustements linear, helmert et projective ont des résidus sans le point jusqu'à 500. Les points d'appui contenus dans le raster lui-même relèvent de &lt;i&gt;Grille d'après géoréférencement, points d'appui ou RPC&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,match,points,scan,map,rectify,rectification,register,registration,coregister,coregistration,co-registration,deformation,warp,polynomial,Helmert,projective,thin plate spline,rubber sheet,residuals,CNES</source>
      <translation>grille,créer,géoréférencer,géoréférencement,géoréférenceur,points d'appui,points de calage,points de contrôle,points d'amer,points homologues,appariement,numérisation,carte,rectifier,redresser,redressement,recaler,recalage,co-recalage,corecalage,déformation,polynôme,plaques minces,résidus,grid,make,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,match,points,scan,map,rectify,rectification,register,registration,coregister,coregistration,co-registration,deformation,warp,polynomial,Helmert,projective,thin plate spline,rubber sheet,residuals,CNES</translation>
    </message>
    <message>
      <source>Raster that the points lie in; its values do not matter.</source>
      <translation>Raster dans lequel se trouvent les points ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>{source} residuals</source>
      <translation>Résidus de {source}</translation>
    </message>
    <message>
      <source>Grid from georeference, control points or RPCs</source>
      <translation>Grille d'après géoréférencement, points d'appui ou RPC</translation>
    </message>
    <message>
      <source>Makes the grid that brings a raster to a map or onto another raster.</source>
      <translation>Calcule la grille qui projette un raster sur une carte ou le superpose à un autre raster.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a raster to a coordinate system, or onto the pixels of another raster. The source lies on the map by its geotransform, by control points, or by rational polynomials (RPCs) as satellite images have them; with a DEM these make an orthoimage.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; projette un raster dans un système de coordonnées, ou le superpose aux pixels d'un autre raster. La source est géoréférencée par sa géotransformation, par des points d'appui, ou par un modèle RPC (fractions rationnelles), comme en ont les images satellite ; avec un MNT, celui-ci donne une orthoimage.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size. What of these is not set is taken as gdalwarp takes it, to the last digit. The grid covers the target exactly: its tags tell the resampling the resolution and the size of the output.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel. Ce qui n'en est pas renseigné est pris comme gdalwarp le prend, au dernier chiffre près. La grille couvre exactement la cible : ses métadonnées disent au rééchantillonnage la résolution et la taille de la sortie.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes have the exact position. Between them it is interpolated, so the &lt;b&gt;resolution&lt;/b&gt; is chosen: the coarsest one where no position is off by more than the tolerance, which is checked all over the target. Where positions end (a horizon, the border of a DEM) each pixel becomes a node, and none is lost. &lt;i&gt;Largest error between nodes&lt;/i&gt; tells what was found.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds ont la position exacte. Entre eux, elle est interpolée ; la &lt;b&gt;résolution&lt;/b&gt; est donc choisie : la plus grossière où aucune position ne s'écarte de plus que la tolérance, ce qui est vérifié sur toute la cible. Là où les positions s'arrêtent (un horizon, le bord d'un MNT), chaque pixel devient un nœud, et aucun n'est perdu. &lt;i&gt;Plus grande erreur entre les nœuds&lt;/i&gt; dit ce qui a été trouvé.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes that have no position are nodata (NaN), and 0 in the mask. Positions outside the source are kept, as borders need them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds sans position sont nodata (NaN), et 0 dans le masque. Les positions hors de la source sont gardées, car les bords en ont besoin.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Control points are fitted in their own coordinate system, as gdalwarp does. Heights are above the ellipsoid: look at &lt;i&gt;DEM: heights count from&lt;/i&gt;. A grid over rough ground has about as many nodes as the target has pixels.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les points d'appui sont ajustés dans leur propre système de coordonnées, comme le fait gdalwarp. Les altitudes sont au-dessus de l'ellipsoïde : voir &lt;i&gt;MNT : origine des altitudes&lt;/i&gt;. Une grille sur un relief accidenté a à peu près autant de nœuds que la cible a de pixels.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,reproject,reprojection,projection,warp,orthorectify,orthorectification,orthoimage,rational polynomial,RPC,DEM,DTM,DSM,elevation,terrain,ground control points,GCP,georeference,georeferencing,geolocation,register,registration,location grid,coordinate system,template,CNES,Pleiades,SPOT</source>
      <translation>grille,créer,reprojeter,reprojection,projection,orthorectifier,orthorectification,orthophoto,fractions rationnelles,polynômes rationnels,MNT,MNS,MNE,altitude,relief,terrain,points d'appui,points de contrôle,géoréférencer,géoréférencement,géolocalisation,recaler,recalage,grille de localisation,système de coordonnées,modèle,Pléiades,grid,make,reproject,warp,orthorectify,orthoimage,rational polynomial,RPC,DEM,DTM,DSM,elevation,ground control points,GCP,georeference,georeferencing,geolocation,register,registration,location grid,coordinate system,template,CNES,Pleiades,SPOT</translation>
    </message>
    <message>
      <source>Raster that lies on the map by a geotransform, control points or RPCs; its values do not matter.</source>
      <translation>Raster géoréférencé par une géotransformation, des points d'appui ou des RPC ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Report on a grid</source>
      <translation>Rapport sur une grille</translation>
    </message>
    <message>
      <source>Tells what a grid is like, and what looks like a mistake in it.</source>
      <translation>Décrit une grille et signale ce qui y ressemble à une erreur.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Looks at all nodes of a &lt;b&gt;grid&lt;/b&gt; before it is used, and writes what it finds as a page that any browser shows: a verdict in words, the grid over the source, a map of its scale, tables. Use it for a grid that somebody else made, or when a result is not what you expect.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Examine tous les nœuds d'une &lt;b&gt;grille&lt;/b&gt; avant qu'elle ne serve, et écrit ce qu'il trouve dans une page que tout navigateur affiche : un verdict en mots, la grille sur la source, une carte de son échelle, des tableaux. Utile pour une grille faite par quelqu'un d'autre, ou lorsqu'un résultat n'est pas ce qui est attendu.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;It tells how many nodes lie in the source, how the grid stretches and turns it, where it is folded, how exact positions between nodes are and which resolution would be enough, and what &lt;i&gt;Resample raster through a grid&lt;/i&gt; would read and need of memory. It judges as the log of that does. Nothing is resampled.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Il dit combien de nœuds sont dans la source, comment la grille l'étire et la tourne, où elle se replie, à quel point les positions entre les nœuds sont exactes et quelle résolution suffirait, et ce que &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; lirait et demanderait de mémoire. Il juge comme le fait le journal de ce dernier. Rien n'est rééchantillonné.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;What the numbers mean&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Ce que veulent dire les nombres&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;scale&lt;/b&gt; is how many source pixels lie between two output pixels; it has a largest and a smallest value in each place, in two directions. Where it is above 1.5, fine detail turns into false patterns: choose an anti-alias filter; the map of the scale is striped there. A cell is &lt;b&gt;folded&lt;/b&gt; if it turns against most others, so that parts of the source appear twice.&lt;/p&gt;</source>
      <translation>&lt;p&gt;L'&lt;b&gt;échelle&lt;/b&gt; est le nombre de pixels source entre deux pixels de sortie ; elle a en chaque endroit une plus grande et une plus petite valeur, dans deux directions. Là où elle dépasse 1,5, les détails fins se replient en motifs parasites : choisir un filtre anti-repliement ; la carte de l'échelle y est rayée. Une maille est &lt;b&gt;repliée&lt;/b&gt; si elle tourne en sens inverse de la plupart des autres, de sorte que des parties de la source apparaissent deux fois.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;suggested resolution&lt;/b&gt; is the coarsest one, in steps of two, that keeps the tolerance and loses no position. Coarser ones are measured at the nodes that they leave out; this and finer ones are estimated from these.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;résolution proposée&lt;/b&gt; est la plus grossière, par puissances de deux, qui respecte la tolérance et ne perd aucune position. Les plus grossières sont mesurées aux nœuds qu'elles omettent ; celle-ci et les plus fines sont estimées à partir d'elles.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;At most 64 times coarser resolutions are looked at, and the places of the first 1000 folded cells are listed. Of very many tiles of a run some are looked at. Whether the grid is right, nobody can tell by its looks: compare its result with a map.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les résolutions sont examinées jusqu'à 64 fois plus grossières, et les positions des 1000 premières mailles repliées sont listées. Si une exécution a de très nombreuses tuiles, quelques-unes sont examinées. Que la grille soit juste, nul ne peut le dire à son aspect : comparer son résultat à une carte.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,report,check,diagnosis,quality,scale,rotation,fold,anti-alias,aliasing,resolution,memory,HTML,deformation,location grid,CNES</source>
      <translation>grille,rapport,contrôle,contrôler,vérifier,diagnostic,qualité,échelle,rotation,repli,repliement,résolution,mémoire,déformation,grille de localisation,grid,report,check,diagnosis,quality,scale,fold,anti-alias,aliasing,resolution,memory,HTML,deformation,location grid,CNES</translation>
    </message>
    <message>
      <source>Raster that the grid reads: its size says which nodes lie in it, and the page shows the grid over it.</source>
      <translation>Raster que lit la grille : sa taille dit quels nœuds y sont, et la page montre la grille par-dessus.</translation>
    </message>
    <message>
      <source>HTML page with all it needs in one file; its name ends in .html.</source>
      <translation>Page HTML avec tout ce qu'il lui faut en un seul fichier ; son nom finit par .html.</translation>
    </message>
    <message>
      <source>Tolerance [source pixels]</source>
      <translation>Tolérance [pixels de la source]</translation>
    </message>
    <message>
      <source>How far positions between nodes may be off with the resolution that is suggested.</source>
      <translation>Écart admis des positions entre les nœuds avec la résolution proposée.</translation>
    </message>
    <message>
      <source>{algorithm} ({id}), GridR for QGIS {version}.</source>
      <translation>{algorithm} ({id}), GridR pour QGIS {version}.</translation>
    </message>
    <message>
      <source>Resample raster through a grid</source>
      <translation>Rééchantillonner un raster par une grille</translation>
    </message>
    <message>
      <source>Reads a raster at the rows and columns that a grid raster holds.</source>
      <translation>Lit un raster aux lignes et colonnes que contient un raster de grille.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Reads a source raster at the places that a &lt;b&gt;grid&lt;/b&gt; names. A grid can hold any geometry: a map projection, an orthorectification, a registration, a sensor model, a lens correction. Use it where you have such a grid, or can make one, and need every pixel at its exact place with one interpolation only. For a change of coordinate system alone, &lt;i&gt;Warp (reproject)&lt;/i&gt; is enough.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Lit un raster source aux endroits que désigne une &lt;b&gt;grille&lt;/b&gt;. Une grille peut contenir toute géométrie : projection cartographique, orthorectification, recalage, modèle de capteur, correction de distorsion. Utile lorsqu'une telle grille existe, ou peut être calculée, et que chaque pixel doit être à sa position exacte après une seule interpolation. Pour un simple changement de système de coordonnées, &lt;i&gt;Projection (warp)&lt;/i&gt; suffit.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Each node of the grid holds a position in the source, counted in pixels: a row and a column, where (0, 0) is the &lt;i&gt;centre&lt;/i&gt; of the first pixel. Nodes are output pixels, &lt;i&gt;resolution&lt;/i&gt; pixels apart; between them the position is interpolated. A grid of n rows of nodes at resolution R gives (n - 1) x R + 1 rows. Place on the map and coordinate system of the output come from the grid; the source needs none.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Chaque nœud de la grille contient une position dans la source, comptée en pixels : une ligne et une colonne, où (0, 0) est le &lt;i&gt;centre&lt;/i&gt; du premier pixel. Les nœuds sont des pixels de la sortie, distants de &lt;i&gt;résolution&lt;/i&gt; pixels ; entre eux, la position est interpolée. Une grille de n lignes de nœuds à la résolution R donne (n - 1) × R + 1 lignes. Le géoréférencement et le système de coordonnées de la sortie sont ceux de la grille ; la source n'a pas besoin d'en avoir.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Source, grid and interpolation are enough. What the advanced parameters leave open (&lt;i&gt;Not set&lt;/i&gt;) comes from the rasters: bands and resolution from the grid's descriptions and tags, nodata and data type from the source.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La source, la grille et l'interpolation suffisent. Ce que les paramètres avancés laissent ouvert (&lt;i&gt;Non renseigné&lt;/i&gt;) vient des rasters : bandes et résolution des descriptions et des métadonnées de la grille, valeur nodata et type de données de la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;An output pixel is valid if all nodes and all source pixels that enter it with a non-zero weight are valid and inside the source. Invalid nodes are those that are nodata, not finite, or invalid in the grid mask. Invalid source pixels are those that are not finite, that &lt;i&gt;Source: pixels made invalid by&lt;/i&gt; names (by default nodata in any band), that are invalid in the source mask, outside all polygons of valid pixels or inside one of invalid pixels. With B-splines their close neighbours are invalid, too. With an anti-alias filter all fine pixels of an output pixel's cell must be valid.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel de sortie est valide si tous les nœuds et tous les pixels de la source qui y entrent avec un poids non nul sont valides et à l'intérieur de la source. Les nœuds invalides sont ceux qui sont nodata, non finis, ou invalides dans le masque de la grille. Les pixels invalides de la source sont ceux qui sont non finis, ceux que désigne &lt;i&gt;Source : pixels rendus invalides par&lt;/i&gt; (par défaut nodata dans une bande quelconque), ceux qui sont invalides dans le masque de la source, hors de tous les polygones de pixels valides ou dans un polygone de pixels invalides. Avec les B-splines, leurs proches voisins sont aussi invalides. Avec un filtre anti-repliement, tous les pixels fins de la cellule d'un pixel de sortie doivent être valides.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Invalid output pixels get the output's nodata value in all bands, and 0 in the validity mask. The mask tells them also where the output has no nodata value, or where a valid value happens to equal it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les pixels de sortie invalides reçoivent la valeur nodata de la sortie dans toutes les bandes, et 0 dans le masque de validité. Le masque les indique aussi là où la sortie n'a pas de valeur nodata, ou lorsqu'une valeur valide lui est égale par hasard.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Outputs are GeoTIFFs. Sources of complex or 64-bit integer values are refused. Values are resampled raw; scale and offset of the bands go to the output. How the project shows a layer (style, additional nodata values) plays no part. Where the output is coarser than the source, choose a filter with &lt;i&gt;Anti-alias: filter&lt;/i&gt;: without, each output pixel reads its nearest neighbourhood only. Rasters may be of any size; the result does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les sorties sont des GeoTIFF. Les sources de valeurs complexes ou entières sur 64 bits sont refusées. Les valeurs sont rééchantillonnées brutes ; l'échelle et le décalage des bandes passent à la sortie. La façon dont le projet affiche une couche (style, valeurs nodata supplémentaires) ne joue aucun rôle. Si la sortie est plus grossière que la source, choisir un filtre avec &lt;i&gt;Anti-repliement : filtre&lt;/i&gt; : sans filtre, chaque pixel de sortie ne lit que son voisinage le plus proche. Les rasters peuvent être de toute taille ; le résultat ne dépend ni de la mémoire ni du nombre de fils (threads).&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Rééchantillonnage</translation>
    </message>
    <message>
      <source>grid,resample,resampling,warp,reproject,reprojection,rectify,rectification,orthorectify,orthorectification,orthoimage,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,remap,displacement,deformation,location grid,localisation grid,lens distortion,undistort,geometry,geometric correction,interpolate,interpolation,nearest neighbour,neighbor,bilinear,bicubic,bspline,B-spline,spline,anti-alias,antialiasing,aliasing,downsample,lanczos,validity mask,nodata,CNES,GridR,OTB,Orfeo</source>
      <translation>grille,rééchantillonner,rééchantillonnage,ré-échantillonner,ré-échantillonnage,reprojeter,reprojection,rectifier,redresser,redressement,orthorectifier,orthorectification,orthophoto,recaler,recalage,co-recalage,corecalage,géoréférencer,géoréférencement,déplacement,déformation,grille de localisation,grille de déformation,correction de distorsion,distorsion optique,géométrie,correction géométrique,interpoler,interpolation,plus proche voisin,bilinéaire,linéaire,bicubique,cubique,anti-repliement,repliement de spectre,anti-crénelage,sous-échantillonner,masque de validité,CNES,grid,resample,resampling,warp,reproject,rectify,rectification,orthorectify,orthoimage,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,remap,displacement,deformation,location grid,localisation grid,lens distortion,undistort,geometry,geometric correction,interpolate,nearest neighbour,neighbor,bilinear,bicubic,bspline,B-spline,spline,anti-alias,antialiasing,aliasing,downsample,lanczos,validity mask,nodata,GridR,OTB,Orfeo</translation>
    </message>
    <message>
      <source>Resampled raster</source>
      <translation>Raster rééchantillonné</translation>
    </message>
    <message>
      <source>GeoTIFF with the resampled bands.</source>
      <translation>GeoTIFF des bandes rééchantillonnées.</translation>
    </message>
    <message>
      <source>Validity mask</source>
      <translation>Masque de validité</translation>
    </message>
    <message>
      <source>{source} resampled</source>
      <translation>{source} rééchantillonné</translation>
    </message>
    <message>
      <source>{source} validity mask</source>
      <translation>Masque de validité de {source}</translation>
    </message>
    <message>
      <source>Grid to vector layers</source>
      <translation>Grille en couches vectorielles</translation>
    </message>
    <message>
      <source>Shows where a grid reads the source, or where its nodes lie.</source>
      <translation>Montre où une grille lit la source, ou bien où sont ses nœuds.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Shows a &lt;b&gt;grid&lt;/b&gt; as vector layers: its nodes as points, its rows and columns as lines, its outline as a polygon. Over the &lt;b&gt;source&lt;/b&gt; each node lies at the position that it reads: folds, shifts and exchanged rows and columns are seen at a glance. Over the &lt;b&gt;target&lt;/b&gt; nodes lie where they are on the map of the output: there one sees which parts will be empty, and why.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Montre une &lt;b&gt;grille&lt;/b&gt; en couches vectorielles : ses nœuds en points, ses lignes et colonnes en lignes, son contour en polygone. Sur la &lt;b&gt;source&lt;/b&gt;, chaque nœud est à la position qu'il lit : plis, décalages, lignes et colonnes échangées se voient d'un coup d'œil. Sur la &lt;b&gt;cible&lt;/b&gt;, les nœuds sont à leur position sur la carte de la sortie : on y voit quelles parties seront vides, et pourquoi.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;QGIS draws nodes &lt;b&gt;blue&lt;/b&gt; in the source, &lt;b&gt;red&lt;/b&gt; outside, and &lt;b&gt;orange&lt;/b&gt; without a position (nodata, not finite, or invalid in the mask); in a file, the field &lt;i&gt;kind&lt;/i&gt; tells which they are. The latter have no place over the source, and are drawn over the target only; lines over the source end there.&lt;/p&gt;</source>
      <translation>&lt;p&gt;QGIS dessine les nœuds en &lt;b&gt;bleu&lt;/b&gt; dans la source, en &lt;b&gt;rouge&lt;/b&gt; en dehors, et en &lt;b&gt;orange&lt;/b&gt; sans position (nodata, non finis, ou invalides dans le masque) ; dans un fichier, le champ &lt;i&gt;kind&lt;/i&gt; dit lequel c'est. Ces derniers n'ont pas de position sur la source et ne sont dessinés que sur la cible ; sur la source, les lignes s'y arrêtent.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Which nodes are kept&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Quels nœuds sont gardés&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Of a large grid, every k-th row and column is drawn, and both ends of every line; besides them all nodes at borders between colours, so that these are exact. If borders take more than ten times the density, those between lines are left out, and the log says so. The log and the results count all nodes.&lt;/p&gt;</source>
      <translation>&lt;p&gt;D'une grande grille, une ligne et une colonne sur k sont dessinées, avec les deux extrémités de chacune ; en plus, tous les nœuds aux limites entre couleurs, qui sont donc exactes. Si ces limites prennent plus de dix fois la densité, celles entre les lignes sont laissées de côté, et le journal le dit. Le journal et les résultats comptent tous les nœuds.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Lines are straight between the nodes that are kept. Without a georeference layers lie as QGIS draws such rasters: x = column, y = -row of the corners of pixels. The outline goes around the first and last node of each row; holes are not cut out. All of the grid is read, strip by strip, whatever its size.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les lignes sont droites entre les nœuds gardés. Sans géoréférencement, les couches sont placées comme QGIS dessine de tels rasters : x = colonne, y = -ligne des coins des pixels. Le contour passe par le premier et le dernier nœud de chaque ligne ; les trous n'y sont pas découpés. Toute la grille est lue, bande par bande, quelle que soit sa taille.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,vector,points,lines,mesh,outline,footprint,nodes,show,check,displacement,deformation,location grid,quality,CNES</source>
      <translation>grille,vecteur,points,lignes,maillage,contour,emprise,nœuds,montrer,afficher,vérifier,déplacement,déformation,grille de localisation,qualité,grid,vector,lines,mesh,outline,footprint,nodes,show,check,displacement,deformation,location grid,quality,CNES</translation>
    </message>
    <message>
      <source>Raster that is read through the grid: its size tells which nodes lie inside; its values do not matter.</source>
      <translation>Raster lu par la grille : sa taille dit quels nœuds sont à l'intérieur ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>Repère</translation>
    </message>
    <message>
      <source>Where the layers lie. source: over the source, each node at the position that it reads. target: on the map of the output, each node at its own place.</source>
      <translation>Où sont les couches. source : sur la source, chaque nœud à la position qu'il lit. target : sur la carte de la sortie, chaque nœud à sa propre position.</translation>
    </message>
    <message>
      <source>Density [nodes]</source>
      <translation>Densité [nœuds]</translation>
    </message>
    <message>
      <source>About how many nodes are drawn, those at borders besides. A grid of fewer is drawn whole.</source>
      <translation>Nombre approximatif de nœuds dessinés, ceux des limites en plus. Une grille qui en a moins est dessinée entière.</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>Nœuds</translation>
    </message>
    <message>
      <source>Points with their kind (inside, outside, masked), the row and column of the source that they read, and their row and column in the grid.</source>
      <translation>Points avec leur type (inside, outside, masked), la ligne et la colonne de la source qu'ils lisent, et leur ligne et colonne dans la grille.</translation>
    </message>
    <message>
      <source>Rows and columns</source>
      <translation>Lignes et colonnes</translation>
    </message>
    <message>
      <source>Lines along rows and columns of the grid, with their number.</source>
      <translation>Lignes le long des lignes et des colonnes de la grille, avec leur numéro.</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Contour</translation>
    </message>
    <message>
      <source>Polygon around all nodes that have a place, with the numbers of nodes of each kind.</source>
      <translation>Polygone autour de tous les nœuds qui ont une position, avec le nombre de nœuds de chaque type.</translation>
    </message>
    <message>
      <source>Nodes in the source</source>
      <translation>Nœuds dans la source</translation>
    </message>
    <message>
      <source>Nodes outside the source</source>
      <translation>Nœuds hors de la source</translation>
    </message>
    <message>
      <source>Nodes without a position</source>
      <translation>Nœuds sans position</translation>
    </message>
    <message>
      <source>{source} nodes</source>
      <translation>Nœuds de {source}</translation>
    </message>
    <message>
      <source>{source} rows and columns</source>
      <translation>Lignes et colonnes de {source}</translation>
    </message>
    <message>
      <source>{source} outline</source>
      <translation>Contour de {source}</translation>
    </message>
    <message>
      <source>{label}: of {features} feature(s) that are collections, {polygons} polygon(s) are taken, {others} line(s) or point(s) are left out.</source>
      <translation>{label} : de {features} entité(s) qui sont des collections, {polygons} polygone(s) sont pris, {others} ligne(s) ou point(s) sont laissés de côté.</translation>
    </message>
    <message>
      <source>Array of x or longitude</source>
      <translation>Tableau des x ou longitudes</translation>
    </message>
    <message>
      <source>Raster with the x or longitude of pixels of the source, together with one of y. Not set: what the source's tags name (domain GEOLOCATION), as those of many netCDF and HDF files do.</source>
      <translation>Raster des x ou longitudes de pixels de la source, à donner avec celui des y. Non renseigné : ceux qu'indiquent les métadonnées de la source (domaine GEOLOCATION), comme dans de nombreux fichiers netCDF et HDF.</translation>
    </message>
    <message>
      <source>Array of y or latitude</source>
      <translation>Tableau des y ou latitudes</translation>
    </message>
    <message>
      <source>Raster with the y or latitude of the same pixels; it may be the one of x, with another band. Not set: what the source's tags name.</source>
      <translation>Raster des y ou latitudes des mêmes pixels ; ce peut être celui des x, avec une autre bande. Non renseigné : ceux qu'indiquent les métadonnées de la source.</translation>
    </message>
    <message>
      <source>Lookup table on the map (GLT)</source>
      <translation>Table de correspondance sur la carte (GLT)</translation>
    </message>
    <message>
      <source>Instead of both arrays: raster on the map whose first two bands hold column and row of a pixel of the source, counted from 1, and 0 where there is none, as for EMIT. Each output pixel is then one of the source. Not set: the arrays are used.</source>
      <translation>À la place des deux tableaux : raster sur la carte dont les deux premières bandes contiennent la colonne et la ligne d'un pixel de la source, comptées à partir de 1, et 0 là où il n'y en a pas, comme pour EMIT. Chaque pixel de sortie est alors un pixel de la source. Non renseigné : les tableaux sont utilisés.</translation>
    </message>
    <message>
      <source>Array of x: band</source>
      <translation>Tableau de x : bande</translation>
    </message>
    <message>
      <source>Band with x or longitude. Not set: that of the tags, else 1.</source>
      <translation>Bande de x ou de longitude. Non renseigné : celle des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Array of y: band</source>
      <translation>Tableau de y : bande</translation>
    </message>
    <message>
      <source>Band with y or latitude. Not set: that of the tags, else 1.</source>
      <translation>Bande de y ou de latitude. Non renseigné : celle des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Arrays: coordinate system</source>
      <translation>Tableaux : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the places. Not set: that of the tags or of the GLT, else EPSG:4326, longitude and latitude.</source>
      <translation>Système de coordonnées des tableaux. Non renseigné : celui des métadonnées ou de la GLT, sinon EPSG:4326, longitude et latitude.</translation>
    </message>
    <message>
      <source>Arrays: places are those of</source>
      <translation>Tableaux : point du pixel</translation>
    </message>
    <message>
      <source>Point of a source pixel that has the place. auto: what the tags say, else the centre. center: its centre, as in netCDF. corner: its upper left corner, which GDAL assumes where tags do not say it; half a pixel is between them.</source>
      <translation>Point du pixel de la source auquel se rapportent les coordonnées. auto : ce que disent les métadonnées, sinon le centre. center : son centre, comme dans netCDF. corner : son coin supérieur gauche, que GDAL suppose si les métadonnées ne le disent pas ; un demi-pixel les sépare.</translation>
    </message>
    <message>
      <source>Arrays: rows of a scan</source>
      <translation>Tableaux : lignes d'un balayage</translation>
    </message>
    <message>
      <source>Rows that a scanner sees at a time, where scans overlap (bow-tie), such as 10 for MODIS at 1 km; 0 for none. Not set: what the arrays show at their edges, where places go backwards from scan to scan.</source>
      <translation>Lignes que voit un scanner à la fois, là où des balayages se recouvrent (bow-tie), comme 10 pour MODIS à 1 km ; 0 pour aucun. Non renseigné : ce que montrent les tableaux à leurs bords, où les coordonnées reviennent en arrière d'un balayage au suivant.</translation>
    </message>
    <message>
      <source>Arrays: fill value</source>
      <translation>Tableaux : valeur de remplissage</translation>
    </message>
    <message>
      <source>Value that is no place, such as -999. Nodata, values that are not finite and those that are no longitude or latitude are none in any case. Not set: only these.</source>
      <translation>Valeur des pixels sans coordonnées, comme -999. Nodata, les valeurs non finies et celles qui ne sont ni longitude ni latitude n'en sont jamais. Non renseigné : celles-ci seulement.</translation>
    </message>
    <message>
      <source>Arrays: first row [source pixels]</source>
      <translation>Tableaux : première ligne [pixels de la source]</translation>
    </message>
    <message>
      <source>Row of the source that the first row of the arrays is of, counted from 0. Not set: that of the tags, else 0.</source>
      <translation>Ligne de la source à laquelle appartient la première ligne des tableaux, comptée à partir de 0. Non renseigné : celle des métadonnées, sinon 0.</translation>
    </message>
    <message>
      <source>Arrays: step in rows [source pixels]</source>
      <translation>Tableaux : pas en lignes [pixels de la source]</translation>
    </message>
    <message>
      <source>Rows of the source from one row of the arrays to the next. Not set: that of the tags, else 1.</source>
      <translation>Lignes de la source d'une ligne des tableaux à la suivante. Non renseigné : celui des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Arrays: first column [source pixels]</source>
      <translation>Tableaux : première colonne [pixels de la source]</translation>
    </message>
    <message>
      <source>Column of the source that the first column of the arrays is of, counted from 0. Not set: that of the tags, else 0.</source>
      <translation>Colonne de la source à laquelle appartient la première colonne des tableaux, comptée à partir de 0. Non renseigné : celle des métadonnées, sinon 0.</translation>
    </message>
    <message>
      <source>Arrays: step in columns [source pixels]</source>
      <translation>Tableaux : pas en colonnes [pixels de la source]</translation>
    </message>
    <message>
      <source>Columns of the source from one column of the arrays to the next. Not set: that of the tags, else 1.</source>
      <translation>Colonnes de la source d'une colonne des tableaux à la suivante. Non renseigné : celui des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>From: what the grid holds</source>
      <translation>De : ce que contient la grille</translation>
    </message>
    <message>
      <source>absolute: row and column of the source, where (0, 0) is the centre of the first pixel. center05: the same where that is (0.5, 0.5). one_based: where it is (1, 1). displacement: row and column less those of the node's output pixel. otb_loc: x and y in the source, OTB's localisation grid. otb_def: x and y in the source less x and y of the node, OTB's deformation grid, as its stereo rectification makes them.</source>
      <translation>absolute : ligne et colonne de la source, où (0, 0) est le centre du premier pixel. center05 : les mêmes, où ce centre est (0.5, 0.5). one_based : où il est (1, 1). displacement : ligne et colonne moins celles du pixel de sortie du nœud. otb_loc : x et y dans la source, grille de localisation de l'OTB. otb_def : x et y dans la source moins x et y du nœud, grille de déformation de l'OTB, telle que la produit sa rectification stéréo.</translation>
    </message>
    <message>
      <source>To: what the output shall hold</source>
      <translation>Vers : ce que contiendra la sortie</translation>
    </message>
    <message>
      <source>absolute: what Resample raster through a grid reads. center05, one_based: the same, counted otherwise. displacement: row - i x R and column - j x C for node (i, j) at resolution R x C, in source pixels, as if source and output had one frame. otb_def: for OTB, the most exact; otb_loc: for OTB, less exact; both in pixels, and the command comes with them.</source>
      <translation>absolute : ce que lit Rééchantillonner un raster par une grille. center05, one_based : la même chose, comptée autrement. displacement : ligne - i x R et colonne - j x C pour le nœud (i, j) à la résolution R x C, en pixels de la source, comme si la source et la sortie avaient le même repère. otb_def : pour l'OTB, la plus exacte ; otb_loc : pour l'OTB, moins exacte ; toutes deux en pixels, et la commande les accompagne.</translation>
    </message>
    <message>
      <source>Raster that is read through the grid; its values do not matter. Needed for OTB, whose command names it, and for coordinates of the map. Not set: neither is wanted.</source>
      <translation>Raster lu par la grille ; ses valeurs n'importent pas. Nécessaire pour l'OTB, dont la commande le nomme, et pour des coordonnées de la carte. Non renseigné : ni l'un ni l'autre n'est voulu.</translation>
    </message>
    <message>
      <source>From OTB: coordinates</source>
      <translation>De l'OTB : coordonnées</translation>
    </message>
    <message>
      <source>What x and y of a grid of OTB's mean. pixel: columns and rows, where (0.5, 0.5) is the centre of the first pixel, as for images that OTB reads without a place on the map. map: places on the map by the geotransform of the source.</source>
      <translation>Ce que désignent x et y d'une grille de l'OTB. pixel : colonnes et lignes, où (0.5, 0.5) est le centre du premier pixel, comme pour les images que l'OTB lit sans géoréférencement. map : coordonnées cartographiques, selon la géotransformation de la source.</translation>
    </message>
    <message>
      <source>From: spacing of the nodes [output pixels]</source>
      <translation>De : espacement des nœuds [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from node to node: one whole number, or one for rows and one for columns such as 4,8. Not set: the grid's tags GRID_RESOLUTION_ROW and GRID_RESOLUTION_COL, else for grids of OTB's their geotransform, else 1.</source>
      <translation>Pixels de sortie de nœud à nœud : un nombre entier, ou un pour les lignes et un pour les colonnes, comme 4,8. Non renseigné : les métadonnées GRID_RESOLUTION_ROW et GRID_RESOLUTION_COL de la grille, sinon, pour les grilles de l'OTB, leur géotransformation, sinon 1.</translation>
    </message>
    <message>
      <source>To: resolution in rows [output pixels]</source>
      <translation>Vers : résolution en lignes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one row of nodes to the next. A finer one interpolates nodes, which changes no pixel; a coarser one, a multiple, drops nodes, and the log tells the error there. Not set: as it is.</source>
      <translation>Pixels de sortie d'une ligne de nœuds à la suivante. Une résolution plus fine interpole des nœuds, ce qui ne change aucun pixel ; une plus grossière, un multiple, supprime des nœuds, et le journal indique l'erreur commise. Non renseigné : inchangée.</translation>
    </message>
    <message>
      <source>To: resolution in columns [output pixels]</source>
      <translation>Vers : résolution en colonnes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one column of nodes to the next; finer or coarser as with rows. Not set: as it is.</source>
      <translation>Pixels de sortie d'une colonne de nœuds à la suivante ; plus fine ou plus grossière comme pour les lignes. Non renseigné : inchangée.</translation>
    </message>
    <message>
      <source>For grids of OTB the band of y. Not set: the band whose description says so (row, line), else 1, or 2 if band 1 holds the columns; for grids of OTB 2.</source>
      <translation>Pour les grilles de l'OTB, la bande de y. Non renseigné : la bande dont la description l'indique (row, line), sinon 1, ou 2 si la bande 1 contient les colonnes ; pour les grilles de l'OTB, 2.</translation>
    </message>
    <message>
      <source>For grids of OTB the band of x. Of the separate raster if there is one. Not set: the band whose description says so (col, column, sample), else 2, or 1 of a separate raster or if band 2 holds the rows; for grids of OTB 1.</source>
      <translation>Pour les grilles de l'OTB, la bande de x. Du raster séparé s'il y en a un. Non renseigné : la bande dont la description l'indique (col, column, sample), sinon 2, ou 1 d'un raster séparé ou si la bande 2 contient les lignes ; pour les grilles de l'OTB, 1.</translation>
    </message>
    <message>
      <source>Raster of nodes: one band with source rows and one with source columns, in pixels from the centre of the first pixel.</source>
      <translation>Raster de nœuds : une bande de lignes et une bande de colonnes de la source, en pixels à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>Grid: nodata value</source>
      <translation>Grille : valeur nodata</translation>
    </message>
    <message>
      <source>Nodes with this row or this column are invalid. Not set: the nodata value of the grid's bands. Nodes that are not finite are invalid in any case.</source>
      <translation>Les nœuds dont la ligne ou la colonne a cette valeur sont invalides. Non renseigné : la valeur nodata des bandes de la grille. Les nœuds non finis sont toujours invalides.</translation>
    </message>
    <message>
      <source>Grid mask</source>
      <translation>Masque de la grille</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the grid raster, that says which nodes are valid. Not set: those that are not nodata; an alpha band or a mask file of the grid's own does not count.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de grille, qui indique quels nœuds sont valides. Non renseigné : ceux qui ne sont pas nodata ; une bande alpha ou un fichier de masque propres à la grille ne comptent pas.</translation>
    </message>
    <message>
      <source>Grid: band of source rows</source>
      <translation>Grille : bande des lignes de la source</translation>
    </message>
    <message>
      <source>Not set: the band whose description says so (row, line), else 1, or 2 if band 1 holds the columns.</source>
      <translation>Non renseigné : la bande dont la description le dit (row, line), sinon 1, ou 2 si la bande 1 contient les colonnes.</translation>
    </message>
    <message>
      <source>Grid: band of source columns</source>
      <translation>Grille : bande des colonnes de la source</translation>
    </message>
    <message>
      <source>Of the separate raster if there is one. Not set: the band whose description says so (col, column, sample), else 2, or 1 of a separate raster or if band 2 holds the rows.</source>
      <translation>Du raster séparé s'il y en a un. Non renseigné : la bande dont la description le dit (col, column, sample), sinon 2, ou 1 pour un raster séparé ou si la bande 2 contient les lignes.</translation>
    </message>
    <message>
      <source>Grid: separate raster of source columns</source>
      <translation>Grille : raster séparé des colonnes de la source</translation>
    </message>
    <message>
      <source>Raster of the same size as the grid raster, which then holds the rows. Not set: the grid raster holds both.</source>
      <translation>Raster de même taille que le raster de grille, qui contient alors les lignes. Non renseigné : le raster de grille contient les deux.</translation>
    </message>
    <message>
      <source>Grid: resolution in rows [output pixels]</source>
      <translation>Grille : résolution en lignes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one row of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_ROW, else 1.</source>
      <translation>Pixels de sortie d'une ligne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_ROW de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: resolution in columns [output pixels]</source>
      <translation>Grille : résolution en colonnes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one column of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_COL, else 1.</source>
      <translation>Pixels de sortie d'une colonne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_COL de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: pixel convention</source>
      <translation>Grille : convention de pixel</translation>
    </message>
    <message>
      <source>What the grid calls the centre of the first source pixel. center0: row 0, column 0. center05: row 0.5, column 0.5 (0 is the pixel's corner, as in GDAL). one_based: row 1, column 1.</source>
      <translation>Comment la grille désigne le centre du premier pixel de la source. center0 : ligne 0, colonne 0. center05 : ligne 0.5, colonne 0.5 (0 est le coin du pixel, comme dans GDAL). one_based : ligne 1, colonne 1.</translation>
    </message>
    <message>
      <source>Grid: shift of rows [source pixels]</source>
      <translation>Grille : décalage en lignes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source rows that the grid holds, besides the convention.</source>
      <translation>Ajouté aux lignes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Grid: shift of columns [source pixels]</source>
      <translation>Grille : décalage en colonnes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source columns that the grid holds, besides the convention.</source>
      <translation>Ajouté aux colonnes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Target: coordinate system</source>
      <translation>Cible : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system that the source is brought to. Not set: that of its georeference, points or arrays; of RPCs it is EPSG:4326.</source>
      <translation>Système de coordonnées dans lequel la source est projetée. Non renseigné : celui de son géoréférencement, de ses points ou de ses tableaux ; pour des RPC, EPSG:4326.</translation>
    </message>
    <message>
      <source>Target: extent on the map</source>
      <translation>Cible : emprise sur la carte</translation>
    </message>
    <message>
      <source>Target: pixel size [units of its system]</source>
      <translation>Cible : taille de pixel [unités de son système]</translation>
    </message>
    <message>
      <source>Target: template raster</source>
      <translation>Cible : raster de référence</translation>
    </message>
    <message>
      <source>Raster whose coordinate system, pixels and size the target takes; its values do not matter. Give it or the three above, not both. Not set: these are used.</source>
      <translation>Raster dont la cible prend le système de coordonnées, les pixels et la taille ; ses valeurs n'importent pas. Donner soit celui-ci, soit les trois ci-dessus. Non renseigné : ceux-ci servent.</translation>
    </message>
    <message>
      <source>What the target covers, from its upper left corner on; given in any coordinate system. Not set: all of the source, as gdalwarp takes it.</source>
      <translation>Ce que la cible couvre, à partir de son coin supérieur gauche ; donné dans un système de coordonnées quelconque. Non renseigné : toute la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>Width and height of the target's pixels: metres in most projected systems, degrees in geographic ones. Not set: as fine as the source, as gdalwarp takes it.</source>
      <translation>Largeur et hauteur des pixels de la cible : des mètres dans la plupart des systèmes projetés, des degrés dans les géographiques. Non renseigné : aussi fine que la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>What the target covers, from its upper left corner on; given in any coordinate system. Not set: all places of the source.</source>
      <translation>Ce que la cible couvre, à partir de son coin supérieur gauche ; donné dans un système de coordonnées quelconque. Non renseigné : tous les pixels géolocalisés de la source.</translation>
    </message>
    <message>
      <source>Width and height of the target's pixels: metres in most projected systems, degrees in geographic ones. Not set: that of a square as large as the source's pixels are in median.</source>
      <translation>Largeur et hauteur des pixels de la cible : des mètres dans la plupart des systèmes projetés, des degrés dans les géographiques. Non renseigné : celle d'un carré de la taille médiane des pixels de la source.</translation>
    </message>
    <message>
      <source>Heights (DEM)</source>
      <translation>Altitudes (MNT)</translation>
    </message>
    <message>
      <source>Raster of heights in metres, for a source with RPCs. Between its pixels heights are linear; where it has none, the grid has no position. Not set: one height everywhere.</source>
      <translation>Raster d'altitudes en mètres, pour une source avec des RPC. Entre ses pixels, les altitudes sont linéaires ; là où il n'en a pas, la grille n'a pas de position. Non renseigné : une altitude constante.</translation>
    </message>
    <message>
      <source>Source: placed by</source>
      <translation>Source : géoréférencée par</translation>
    </message>
    <message>
      <source>What places the source on the map. auto: the first that it has of a geotransform with a coordinate system, RPCs, control points, geolocation arrays. geotransform: its geotransform. gcp: its control points. rpc: its rational polynomials. geolocation: the arrays that its tags name.</source>
      <translation>Ce qui géoréférence la source. auto : le premier qu'elle a parmi une géotransformation avec un système de coordonnées, des RPC, des points d'appui, des tableaux de géolocalisation. geotransform : sa géotransformation. gcp : ses points d'appui. rpc : son modèle RPC (fractions rationnelles). geolocation : les tableaux qu'indiquent ses métadonnées.</translation>
    </message>
    <message>
      <source>Source: coordinate system</source>
      <translation>Source : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the geotransform, of the control points or of the arrays; RPCs always have longitude and latitude. Not set: the source's own.</source>
      <translation>Système de coordonnées de la géotransformation, des points d'appui ou des tableaux ; les RPC ont toujours longitude et latitude. Non renseigné : celui de la source.</translation>
    </message>
    <message>
      <source>Control points: fit</source>
      <translation>Points d'appui : ajustement</translation>
    </message>
    <message>
      <source>How control points become positions everywhere. auto: polynomial2 from six points on, else polynomial1, as GDAL does. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and 10 points on. tps: thin plates through all points. projective: as a camera sees a plane, from 4 points on. linear: a scale and a shift of each axis, from 2 on. helmert: a turn, one scale and a shift, from 2 on.</source>
      <translation>Modèle ajusté aux points d'appui. auto : polynomial2 à partir de six points, sinon polynomial1, comme GDAL. polynomial1, polynomial2, polynomial3 : de cet ordre, à partir de 3, 6 et 10 points. tps : plaques minces par tous les points. projective : comme une caméra voit un plan, à partir de 4 points. linear : une échelle et un décalage par axe, à partir de 2. helmert : une rotation, une seule échelle et un décalage, à partir de 2.</translation>
    </message>
    <message>
      <source>RPCs: height everywhere [m]</source>
      <translation>RPC : altitude constante [m]</translation>
    </message>
    <message>
      <source>Height above the ellipsoid, for a source with RPCs. Not together with a DEM. Not set: the mean height of the RPCs, with which QGIS draws it.</source>
      <translation>Altitude au-dessus de l'ellipsoïde, pour une source avec des RPC. Incompatible avec un MNT. Non renseigné : l'altitude moyenne des RPC, avec laquelle QGIS affiche la source.</translation>
    </message>
    <message>
      <source>DEM: band</source>
      <translation>MNT : bande</translation>
    </message>
    <message>
      <source>Band with the heights. Not set: 1.</source>
      <translation>Bande des altitudes. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>DEM: heights count from</source>
      <translation>MNT : origine des altitudes</translation>
    </message>
    <message>
      <source>RPCs take heights above the ellipsoid, most DEMs have them above sea level. from_crs: what the DEM's coordinate system says, else the ellipsoid. ellipsoid: WGS 84. egm96: the geoid EGM96, as SRTM. egm2008: the geoid EGM2008, as Copernicus DEM. A geoid needs its file among PROJ's data.</source>
      <translation>Les RPC prennent des altitudes au-dessus de l'ellipsoïde, la plupart des MNT les ont au-dessus du niveau de la mer. from_crs : ce que dit le système de coordonnées du MNT, sinon l'ellipsoïde. ellipsoid : WGS 84. egm96 : le géoïde EGM96, comme SRTM. egm2008 : le géoïde EGM2008, comme Copernicus DEM. Un géoïde demande son fichier parmi les données de PROJ.</translation>
    </message>
    <message>
      <source>DEM: offset [m]</source>
      <translation>MNT : décalage [m]</translation>
    </message>
    <message>
      <source>Added to the heights of the DEM.</source>
      <translation>Ajouté aux altitudes du MNT.</translation>
    </message>
    <message>
      <source>Way from the source's coordinate system to the target's, as a PROJ pipeline. Not set: the best that PROJ has; the log tells which, how exact it is, and which file is missing for a better one.</source>
      <translation>Transformation du système de coordonnées de la source vers celui de la cible, sous forme de pipeline PROJ. Non renseigné : la meilleure que PROJ possède ; le journal dit laquelle, son exactitude, et quel fichier manque pour une meilleure.</translation>
    </message>
    <message>
      <source>Resolution in rows [target pixels]</source>
      <translation>Résolution en lignes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one row of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une ligne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>Resolution in columns [target pixels]</source>
      <translation>Résolution en colonnes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one column of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une colonne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>How far positions between nodes may be off where the resolution is automatic. A smaller one takes more nodes.</source>
      <translation>Écart admis des positions entre les nœuds là où la résolution est automatique. Une tolérance plus petite demande plus de nœuds.</translation>
    </message>
    <message>
      <source>Coordinate operation</source>
      <translation>Transformation de coordonnées</translation>
    </message>
    <message>
      <source>{mask}: band</source>
      <translation>{mask} : bande</translation>
    </message>
    <message>
      <source>Band of the mask raster. Not set: 1.</source>
      <translation>Bande du masque raster. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>{mask}: value that means valid</source>
      <translation>{mask} : valeur des pixels valides</translation>
    </message>
    <message>
      <source>A whole number, also negative. All other values of the mask raster mean invalid.</source>
      <translation>Nombre entier, éventuellement négatif. Toutes les autres valeurs du masque raster désignent des pixels invalides.</translation>
    </message>
    <message>
      <source>Polygons of valid pixels</source>
      <translation>Polygones de pixels valides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is outside all its features are invalid. Holes count. A layer or selection without features makes all pixels invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est hors de toutes ses entités sont invalides. Les trous comptent. Une couche ou une sélection sans entité rend tous les pixels invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons of invalid pixels</source>
      <translation>Polygones de pixels invalides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is inside one of its features are invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est dans une de ses entités sont invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons: coordinates</source>
      <translation>Polygones : coordonnées</translation>
    </message>
    <message>
      <source>Window: extent on the map</source>
      <translation>Fenêtre : emprise sur la carte</translation>
    </message>
    <message>
      <source>Part of the output to compute: the smallest window with all pixels whose centre lies in this extent, the same pixels as in the whole output. Given in any coordinate system; for a grid without georeference as QGIS draws the output (x = column, y = -row). Not set: as the window in output pixels, which cannot be given together with it.</source>
      <translation>Partie de la sortie à calculer : la plus petite fenêtre qui contient tous les pixels dont le centre est dans cette emprise, avec les mêmes pixels que dans la sortie entière. Donnée dans un système de coordonnées quelconque ; pour une grille sans géoréférencement, comme QGIS dessine la sortie (x = colonne, y = -ligne). Non renseigné : comme la fenêtre en pixels de sortie, qui ne peut pas être donnée en même temps.</translation>
    </message>
    <message>
      <source>Window: r0,r1,c0,c1 [output pixels]</source>
      <translation>Fenêtre : r0,r1,c0,c1 [pixels de sortie]</translation>
    </message>
    <message>
      <source>Part of the output to compute: its first row, last row, first column and last column, counted from 0, the last ones included. 0,99,200,399 gives rows 0 to 99 of columns 200 to 399, the same pixels as in the whole output. Not set: the rows and columns that the grid's tags GRID_ROWS and GRID_COLS say it was made for, else all of it. Not together with a window by extent.</source>
      <translation>Partie de la sortie à calculer : sa première et sa dernière ligne, sa première et sa dernière colonne, comptées à partir de 0, les dernières comprises. 0,99,200,399 donne les lignes 0 à 99 des colonnes 200 à 399, avec les mêmes pixels que dans la sortie entière. Non renseigné : les lignes et les colonnes pour lesquelles la grille a été faite selon ses métadonnées GRID_ROWS et GRID_COLS, sinon la sortie entière. Pas en même temps qu'une fenêtre par emprise.</translation>
    </message>
    <message>
      <source>Output: data type</source>
      <translation>Sortie : type de données</translation>
    </message>
    <message>
      <source>Type of the output's values. Integers are rounded, halves to the even neighbour, and clipped to the range of the type. Not set: the source's type.</source>
      <translation>Type des valeurs de la sortie. Les entiers sont arrondis, les demis vers le voisin pair, et saturés aux bornes du type. Non renseigné : le type de la source.</translation>
    </message>
    <message>
      <source>Output: nodata value</source>
      <translation>Sortie : valeur nodata</translation>
    </message>
    <message>
      <source>Value of invalid output pixels (in scripts also nan). Not set: the source's nodata value if the output's data type can hold it, else NaN for Float32 and Float64, else 0 that is not declared as nodata: then use the validity mask.</source>
      <translation>Valeur des pixels de sortie invalides (dans les scripts aussi nan). Non renseigné : la valeur nodata de la source si le type de données de la sortie peut la contenir, sinon NaN pour Float32 et Float64, sinon 0 non déclaré comme nodata : utiliser alors le masque de validité.</translation>
    </message>
    <message>
      <source>Output: creation options</source>
      <translation>Sortie : options de création</translation>
    </message>
    <message>
      <source>How GDAL stores the resampled raster, in scripts such as COMPRESS=DEFLATE|PREDICTOR=2. Compression uses the threads of the run. The validity mask takes one bit per pixel and is stored as it is. Not set: not compressed, in tiles.</source>
      <translation>Façon dont GDAL enregistre le raster rééchantillonné, dans les scripts par exemple COMPRESS=DEFLATE|PREDICTOR=2. La compression utilise aussi les fils (threads) de l'exécution. Le masque de validité prend un bit par pixel et reste tel quel. Non renseigné : non compressé, en tuiles.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands of Float64: row and column of the source, counted from the centre of its first pixel.</source>
      <translation>GeoTIFF à deux bandes Float64 : ligne et colonne de la source, comptées depuis le centre de son premier pixel.</translation>
    </message>
    <message>
      <source>Mask of the nodes</source>
      <translation>Masque des nœuds</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for nodes that have a position.</source>
      <translation>GeoTIFF à une bande d'un bit : 1 pour les nœuds qui ont une position.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
      <source>Rows of the output</source>
      <translation>Lignes de la sortie</translation>
    </message>
    <message>
      <source>Columns of the output</source>
      <translation>Colonnes de la sortie</translation>
    </message>
    <message>
      <source>Valid pixels</source>
      <translation>Pixels valides</translation>
    </message>
    <message>
      <source>Valid pixels (percent)</source>
      <translation>Pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>Resolution in rows</source>
      <translation>Résolution en lignes</translation>
    </message>
    <message>
      <source>Resolution in columns</source>
      <translation>Résolution en colonnes</translation>
    </message>
    <message>
      <source>Largest error between nodes [source pixels]</source>
      <translation>Plus grande erreur entre les nœuds [pixels de la source]</translation>
    </message>
    <message>
      <source>Error that 99 % do not exceed [source pixels]</source>
      <translation>Erreur que 99 % ne dépassent pas [pixels de la source]</translation>
    </message>
    <message>
      <source>Nodes in the source (percent)</source>
      <translation>Nœuds dans la source (pour cent)</translation>
    </message>
    <message>
      <source>Scale: least [source per output pixel]</source>
      <translation>Échelle : la plus petite [source par pixel de sortie]</translation>
    </message>
    <message>
      <source>Scale: median of the largest in each cell</source>
      <translation>Échelle : médiane de la plus grande de chaque maille</translation>
    </message>
    <message>
      <source>Scale: greatest [source per output pixel]</source>
      <translation>Échelle : la plus grande [source par pixel de sortie]</translation>
    </message>
    <message>
      <source>Turn, median [degrees]</source>
      <translation>Rotation, médiane [degrés]</translation>
    </message>
    <message>
      <source>Cells with a scale above 1.5 (percent)</source>
      <translation>Mailles d'échelle supérieure à 1,5 (pour cent)</translation>
    </message>
    <message>
      <source>Folded cells</source>
      <translation>Mailles repliées</translation>
    </message>
    <message>
      <source>Suggested resolution in rows</source>
      <translation>Résolution proposée en lignes</translation>
    </message>
    <message>
      <source>Suggested resolution in columns</source>
      <translation>Résolution proposée en colonnes</translation>
    </message>
    <message>
      <source>Memory of a run, at most [MiB]</source>
      <translation>Mémoire d'une exécution, au plus [Mio]</translation>
    </message>
    <message>
      <source>Command with which OTB resamples the source</source>
      <translation>Commande par laquelle l'OTB rééchantillonne la source</translation>
    </message>
    <message>
      <source>Largest error at dropped nodes [source pixels]</source>
      <translation>Plus grande erreur aux nœuds supprimés [pixels de la source]</translation>
    </message>
    <message>
      <source>Nodes that are dropped</source>
      <translation>Nœuds supprimés</translation>
    </message>
    <message>
      <source>Control points (file)</source>
      <translation>Points d'appui (fichier)</translation>
    </message>
    <message>
      <source>File of points that QGIS's Georeferencer saves (.points), or a table (.csv) with the columns row, col, x and y (or lon and lat), whose rows and columns count from the centre of the first pixel.</source>
      <translation>Fichier de points qu'enregistre le Géoréférenceur de QGIS (.points), ou table (.csv) avec les colonnes row, col, x et y (ou lon et lat), dont les lignes et colonnes comptent à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>Control points (*.points *.csv *.txt);;All files (*)</source>
      <translation>Points d'appui (*.points *.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>Ajustement</translation>
    </message>
    <message>
      <source>How points become positions everywhere. linear: a scale and a shift of each axis, from 2 points on. helmert: a turn, one scale and a shift, from 2 on. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and 10 on. projective: as a camera sees a plane, from 4 on. tps: thin plates through all points, from 3 on.</source>
      <translation>Modèle ajusté aux points. linear : une échelle et un décalage par axe, à partir de 2 points. helmert : une rotation, une seule échelle et un décalage, à partir de 2. polynomial1, polynomial2, polynomial3 : de cet ordre, à partir de 3, 6 et 10. projective : comme une caméra voit un plan, à partir de 4. tps : plaques minces par tous les points, à partir de 3.</translation>
    </message>
    <message>
      <source>Points: coordinate system</source>
      <translation>Points : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the points on the map. Not set: what the file says in its first line, as QGIS writes it; tables have none, so give it.</source>
      <translation>Système de coordonnées des points sur la carte. Non renseigné : ce que le fichier dit dans sa première ligne, comme l'écrit QGIS ; une table n'en a pas, il faut donc le donner.</translation>
    </message>
    <message>
      <source>Points: coordinates in the source</source>
      <translation>Points : coordonnées dans la source</translation>
    </message>
    <message>
      <source>What the columns sourceX and sourceY (or pixelX, pixelY) are. pixel: pixels from the corner of the first one, y negative downwards. map: coordinates of the source's own geotransform, as newer QGIS saves them for a source that has one. auto: those by which more points lie in the source; the log tells which.</source>
      <translation>Ce que sont les colonnes sourceX et sourceY (ou pixelX, pixelY). pixel : pixels comptés depuis le coin du premier, y négatif vers le bas. map : coordonnées de la géotransformation de la source, comme les enregistre un QGIS récent pour une source qui en a une. auto : celles qui mettent le plus de points dans la source ; le journal dit lesquelles.</translation>
    </message>
    <message>
      <source>Way from the points' coordinate system to the target's, where they are fitted, as a PROJ pipeline. Not set: the best that PROJ has; the log tells which, how exact it is, and which file is missing for a better one.</source>
      <translation>Transformation du système de coordonnées des points vers celui de la cible, où ils sont ajustés, sous forme de pipeline PROJ. Non renseigné : la meilleure que PROJ possède ; le journal dit laquelle, son exactitude, et quel fichier manque pour une meilleure.</translation>
    </message>
    <message>
      <source>Residuals (table)</source>
      <translation>Résidus (table)</translation>
    </message>
    <message>
      <source>Layer of the points in the target's coordinate system, with residuals in source pixels: of the fit, and of a fit of all others (left out).</source>
      <translation>Couche des points dans le système de coordonnées de la cible, avec leurs résidus en pixels de la source : ceux de l'ajustement, et ceux d'un ajustement de tous les autres points (sans le point).</translation>
    </message>
    <message>
      <source>One HTML file: how well the points fit, which are odd, a picture of the residuals, and a table.</source>
      <translation>Un fichier HTML : la qualité de l'ajustement, les points douteux, une image des résidus, et une table.</translation>
    </message>
    <message>
      <source>Residuals, root mean square [source pixels]</source>
      <translation>Résidus, moyenne quadratique [pixels de la source]</translation>
    </message>
    <message>
      <source>Left-out residuals, root mean square</source>
      <translation>Résidus sans le point, moyenne quadratique</translation>
    </message>
    <message>
      <source>Number of the point that is farthest off</source>
      <translation>Numéro du point le plus éloigné</translation>
    </message>
    <message>
      <source>Run: memory limit [MiB]</source>
      <translation>Exécution : limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>Mebibytes that the run may allocate. Not set: as in the Processing options, else a share of this machine's memory.</source>
      <translation>Mémoire que l'exécution peut allouer, en mébioctets. Non renseigné : comme dans les options de Traitement, sinon une part de la mémoire de cette machine.</translation>
    </message>
    <message>
      <source>Run: threads</source>
      <translation>Exécution : nombre de fils (threads)</translation>
    </message>
    <message>
      <source>How many pieces are computed at a time. Not set: as in the Processing options, else one per processor.</source>
      <translation>Nombre de morceaux calculés en même temps. Non renseigné : comme dans les options de Traitement, sinon un par processeur.</translation>
    </message>
    <message>
      <source>Run: strip height [output rows]</source>
      <translation>Exécution : hauteur de bandeau [lignes de sortie]</translation>
    </message>
    <message>
      <source>Output rows that are held in memory and written together; 0: all. Not set: chosen by the memory limit, which is best.</source>
      <translation>Lignes de sortie tenues en mémoire et écrites ensemble ; 0 : toutes. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile height [output rows]</source>
      <translation>Exécution : hauteur de tuile [lignes de sortie]</translation>
    </message>
    <message>
      <source>Most rows of a piece that one thread computes; give the tile width, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de lignes d'un morceau calculé par un fil (thread) ; donner aussi la largeur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile width [output columns]</source>
      <translation>Exécution : largeur de tuile [colonnes de sortie]</translation>
    </message>
    <message>
      <source>Most columns of a piece that one thread computes; give the tile height, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de colonnes d'un morceau calculé par un fil (thread) ; donner aussi la hauteur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: Dask scheduler (address or file)</source>
      <translation>Exécution : ordonnanceur Dask (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Computes on the workers of a Dask cluster: the address of its scheduler, such as tcp://192.168.1.7:8786, or the file that it has written. Workers must see inputs and outputs by the same names; an output that ends in .vrt stays in parts beside it, one that ends in .tif is joined. A run that was stopped goes on where it was. Not set: as in the Processing options, else this machine; the word local means this machine, too.</source>
      <translation>Calcule sur les machines d'un cluster Dask : l'adresse de son ordonnanceur, par exemple tcp://192.168.1.7:8786, ou le fichier qu'il a écrit. Les machines doivent voir les entrées et les sorties sous les mêmes noms ; une sortie qui se termine par .vrt reste en morceaux à côté d'elle, celle qui se termine par .tif est réunie. Une exécution interrompue reprend où elle en était. Non renseigné : comme dans les options de Traitement, sinon cette machine ; le mot local désigne aussi cette machine.</translation>
    </message>
    <message>
      <source>Interpolation</source>
      <translation>Interpolation</translation>
    </message>
    <message>
      <source>How a value between source pixels is found. nearest: the nearest one, which keeps values (classes, codes). linear: from 2 x 2 pixels. cubic: from 4 x 4, sharper. bspline3, bspline5, bspline7, bspline9, bspline11: B-splines of that order, the most faithful; they need valid pixels farther around and take longer.</source>
      <translation>Comment trouver une valeur entre les pixels de la source. nearest : le plus proche voisin, qui garde les valeurs (classes, codes). linear : bilinéaire, à partir de 2 × 2 pixels. cubic : bicubique, à partir de 4 × 4, plus net. bspline3, bspline5, bspline7, bspline9, bspline11 : B-splines de cet ordre, les plus fidèles ; elles demandent des pixels valides plus loin autour et prennent plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: precision [share of the source's range]</source>
      <translation>B-splines : précision [part de la dynamique de la source]</translation>
    </message>
    <message>
      <source>Error that the B-splines may have, as a share of the range of the source's values. A smaller one takes a little longer.</source>
      <translation>Erreur admise pour les B-splines, en part de la dynamique des valeurs de la source. Une erreur plus petite prend un peu plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: influence of invalid pixels [share]</source>
      <translation>B-splines : influence des pixels invalides [part]</translation>
    </message>
    <message>
      <source>In a B-spline every source pixel has some influence on all others; an output pixel is invalid where that of an invalid one exceeds this share. 1: only invalid pixels that enter it directly count.</source>
      <translation>Dans une B-spline, chaque pixel de la source a quelque influence sur tous les autres ; un pixel de sortie est invalide là où celle d'un pixel invalide dépasse cette part. 1 : seuls comptent les pixels invalides qui y entrent directement.</translation>
    </message>
    <message>
      <source>Anti-alias: filter</source>
      <translation>Anti-repliement : filtre</translation>
    </message>
    <message>
      <source>Keeps fine detail from making false patterns where the output is coarser than the source: the grid is resampled at finer pixels, and these are put together. lanczos: smooth and sharp, for images. average: the mean of the output pixel's cell; with nearest interpolation, of whole source pixels. majority: the most frequent value of the cell, the smallest of several, for classes; with nearest interpolation only. none: no filter.</source>
      <translation>Empêche les détails fins de se replier en motifs parasites là où la sortie est plus grossière que la source : la grille est rééchantillonnée en pixels plus fins, qui sont ensuite réunis. lanczos : lisse et net, pour les images. average : la moyenne de la cellule du pixel de sortie ; avec l'interpolation nearest, de pixels entiers de la source. majority : la valeur la plus fréquente de la cellule, la plus petite s'il y en a plusieurs, pour les classes ; avec l'interpolation nearest seulement. none : pas de filtre.</translation>
    </message>
    <message>
      <source>Fine pixels per output pixel on this axis, 1 to 16, for the filter. Not set: as many as there are source pixels per output pixel in the whole grid (in 99 of 100 of its cells, rounded up); 1 where the output is not coarser.</source>
      <translation>Pixels fins par pixel de sortie sur cet axe, de 1 à 16, pour le filtre. Non renseigné : autant qu'il y a de pixels de la source par pixel de sortie dans toute la grille (dans 99 de ses cellules sur 100, arrondi par excès) ; 1 là où la sortie n'est pas plus grossière.</translation>
    </message>
    <message>
      <source>Anti-alias: oversampling of rows</source>
      <translation>Anti-repliement : suréchantillonnage des lignes</translation>
    </message>
    <message>
      <source>Anti-alias: oversampling of columns</source>
      <translation>Anti-repliement : suréchantillonnage des colonnes</translation>
    </message>
    <message>
      <source>Border: padding beyond the source</source>
      <translation>Bord : prolongement au-delà de la source</translation>
    </message>
    <message>
      <source>What interpolation finds there. none: nothing. constant: 0. edge: the last pixel. reflect: the mirror image about the last pixel. symmetric: the mirror image about the border. wrap: the source's other end. Only with the next parameter can it make output pixels valid; B-splines differ a little without it, too. It is a narrow rim, with all of them: valid pixels end 1.5 (nearest) or 1 (linear, cubic) source pixels beyond the centres of the outermost pixels, with B-splines at these centres. What lies further out is invalid; wrap does not repeat the source.</source>
      <translation>Ce que l'interpolation y trouve. none : rien. constant : 0. edge : le dernier pixel. reflect : l'image miroir par rapport au dernier pixel. symmetric : l'image miroir par rapport au bord. wrap : l'autre extrémité de la source. Ne peut rendre valides des pixels de sortie qu'avec le paramètre suivant ; les B-splines changent un peu aussi sans lui. Avec tous, ce n'est qu'une bande étroite : les pixels valides s'arrêtent à 1,5 (nearest) ou 1 (linear, cubic) pixel source au-delà des centres des derniers pixels, et à ces centres avec les B-splines. Ce qui est plus loin est invalide ; wrap ne répète pas la source.</translation>
    </message>
    <message>
      <source>Border: output pixels made of padding are valid</source>
      <translation>Bord : pixels de sortie issus du prolongement valides</translation>
    </message>
    <message>
      <source>If not, an output pixel is invalid as soon as any pixel beyond the source's border enters it.</source>
      <translation>Sinon, un pixel de sortie est invalide dès qu'un pixel au-delà du bord de la source y entre.</translation>
    </message>
    <message>
      <source>Raster to read values from. It needs no place on the map.</source>
      <translation>Raster dont les valeurs sont lues. Il n'a pas besoin d'être géoréférencé.</translation>
    </message>
    <message>
      <source>Source: bands</source>
      <translation>Source : bandes</translation>
    </message>
    <message>
      <source>Bands of the source in the order of the output; in scripts a band may come twice, such as 3;1;1. Not set: all bands.</source>
      <translation>Bandes de la source dans l'ordre de la sortie ; dans les scripts, une bande peut venir deux fois, par exemple 3;1;1. Non renseigné : toutes les bandes.</translation>
    </message>
    <message>
      <source>Source: pixels made invalid by</source>
      <translation>Source : pixels rendus invalides par</translation>
    </message>
    <message>
      <source>none: nothing further. any_band: nodata in any of the chosen bands. all_bands: nodata in all of them. dataset_mask: the source's alpha band, mask file or nodata. Values that are not finite are invalid in any case.</source>
      <translation>none : rien de plus. any_band : nodata dans une des bandes choisies. all_bands : nodata dans toutes ces bandes. dataset_mask : la bande alpha, le fichier de masque ou la valeur nodata de la source. Les valeurs non finies sont toujours invalides.</translation>
    </message>
    <message>
      <source>Source mask</source>
      <translation>Masque de la source</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the source, that says which of its pixels are valid. Not set: those that are not nodata.</source>
      <translation>Raster d'autant de lignes et de colonnes que la source, qui indique lesquels de ses pixels sont valides. Non renseigné : ceux qui ne sont pas nodata.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the source's; over a source without georeference as QGIS draws it (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the source, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui de la source ; sur une source sans géoréférencement, comme QGIS la dessine (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne de la source, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Plus proche voisin</translation>
    </message>
    <message>
      <source>Bilinear (2 x 2)</source>
      <translation>Bilinéaire (2 x 2)</translation>
    </message>
    <message>
      <source>Cubic (4 x 4)</source>
      <translation>Cubique (4 x 4)</translation>
    </message>
    <message>
      <source>B-spline of order 3</source>
      <translation>B-spline d'ordre 3</translation>
    </message>
    <message>
      <source>B-spline of order 5</source>
      <translation>B-spline d'ordre 5</translation>
    </message>
    <message>
      <source>B-spline of order 7</source>
      <translation>B-spline d'ordre 7</translation>
    </message>
    <message>
      <source>B-spline of order 9</source>
      <translation>B-spline d'ordre 9</translation>
    </message>
    <message>
      <source>B-spline of order 11</source>
      <translation>B-spline d'ordre 11</translation>
    </message>
    <message>
      <source>No filter</source>
      <translation>Aucun filtre</translation>
    </message>
    <message>
      <source>Lanczos</source>
      <translation>Lanczos</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Majority</source>
      <translation>Valeur majoritaire</translation>
    </message>
    <message>
      <source>No padding</source>
      <translation>Aucun prolongement</translation>
    </message>
    <message>
      <source>Zeros</source>
      <translation>Zéros</translation>
    </message>
    <message>
      <source>Last pixel repeated</source>
      <translation>Dernier pixel répété</translation>
    </message>
    <message>
      <source>Mirrored about the last pixel</source>
      <translation>Miroir autour du dernier pixel</translation>
    </message>
    <message>
      <source>Mirrored about the border</source>
      <translation>Miroir autour du bord</translation>
    </message>
    <message>
      <source>Other end of the source</source>
      <translation>Périodique (bord opposé de la source)</translation>
    </message>
    <message>
      <source>Nothing further</source>
      <translation>Rien de plus</translation>
    </message>
    <message>
      <source>Nodata in any band</source>
      <translation>Nodata dans au moins une bande</translation>
    </message>
    <message>
      <source>Nodata in all bands</source>
      <translation>Nodata dans toutes les bandes</translation>
    </message>
    <message>
      <source>Alpha band, mask file or nodata</source>
      <translation>Bande alpha, fichier de masque ou nodata</translation>
    </message>
    <message>
      <source>Map coordinates</source>
      <translation>Coordonnées cartographiques</translation>
    </message>
    <message>
      <source>Pixels (columns and rows)</source>
      <translation>Pixels (colonnes et lignes)</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (0, 0)</source>
      <translation>Centre du premier pixel : (0, 0)</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (0.5, 0.5)</source>
      <translation>Centre du premier pixel : (0.5, 0.5)</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (1, 1)</source>
      <translation>Centre du premier pixel : (1, 1)</translation>
    </message>
    <message>
      <source>Row and column from (0, 0)</source>
      <translation>Ligne et colonne à partir de (0, 0)</translation>
    </message>
    <message>
      <source>Row and column from (0.5, 0.5)</source>
      <translation>Ligne et colonne à partir de (0.5, 0.5)</translation>
    </message>
    <message>
      <source>Row and column from (1, 1)</source>
      <translation>Ligne et colonne à partir de (1, 1)</translation>
    </message>
    <message>
      <source>Displacement of row and column</source>
      <translation>Déplacement en ligne et colonne</translation>
    </message>
    <message>
      <source>OTB localisation grid</source>
      <translation>Grille de localisation de l'OTB</translation>
    </message>
    <message>
      <source>OTB deformation grid</source>
      <translation>Grille de déformation de l'OTB</translation>
    </message>
    <message>
      <source>Geotransform</source>
      <translation>Géotransformation</translation>
    </message>
    <message>
      <source>Control points (GCP)</source>
      <translation>Points d'appui (GCP)</translation>
    </message>
    <message>
      <source>Rational polynomials (RPC)</source>
      <translation>Fractions rationnelles (RPC)</translation>
    </message>
    <message>
      <source>Geolocation arrays</source>
      <translation>Tableaux de géolocalisation</translation>
    </message>
    <message>
      <source>Polynomial of order 1</source>
      <translation>Polynôme d'ordre 1</translation>
    </message>
    <message>
      <source>Polynomial of order 2</source>
      <translation>Polynôme d'ordre 2</translation>
    </message>
    <message>
      <source>Polynomial of order 3</source>
      <translation>Polynôme d'ordre 3</translation>
    </message>
    <message>
      <source>Thin plate spline (TPS)</source>
      <translation>Plaques minces (TPS)</translation>
    </message>
    <message>
      <source>Projective</source>
      <translation>Projectif</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>Linéaire</translation>
    </message>
    <message>
      <source>Helmert</source>
      <translation>Helmert</translation>
    </message>
    <message>
      <source>What its coordinate system says</source>
      <translation>Selon son système de coordonnées</translation>
    </message>
    <message>
      <source>Ellipsoid WGS 84</source>
      <translation>Ellipsoïde WGS 84</translation>
    </message>
    <message>
      <source>Geoid EGM96 (SRTM)</source>
      <translation>Géoïde EGM96 (SRTM)</translation>
    </message>
    <message>
      <source>Geoid EGM2008 (Copernicus DEM)</source>
      <translation>Géoïde EGM2008 (Copernicus DEM)</translation>
    </message>
    <message>
      <source>Centre of the pixel</source>
      <translation>Centre du pixel</translation>
    </message>
    <message>
      <source>Upper left corner of the pixel</source>
      <translation>Coin supérieur gauche du pixel</translation>
    </message>
    <message>
      <source>Over the source</source>
      <translation>Sur la source</translation>
    </message>
    <message>
      <source>On the map of the output</source>
      <translation>Sur la carte de la sortie</translation>
    </message>
    <message>
      <source>Report on the grid {grid}</source>
      <translation>Rapport sur la grille {grid}</translation>
    </message>
    <message>
      <source>The grid is fine: nothing in it looks like a mistake.</source>
      <translation>La grille est bonne : rien n'y ressemble à une erreur.</translation>
    </message>
    <message>
      <source>Every node is masked, so no output pixel can be valid. Check the grid's nodata, its mask and the mask's valid value.</source>
      <translation>Tous les nœuds sont masqués, donc aucun pixel de sortie ne peut être valide. Vérifier la valeur nodata de la grille, son masque et la valeur valide du masque.</translation>
    </message>
    <message>
      <source>Nothing of the grid lies in the source; with rows and columns exchanged it would. Check which band is for rows and which for columns.</source>
      <translation>Rien de la grille n'est dans la source ; avec lignes et colonnes échangées, elle y serait. Vérifier quelle bande est pour les lignes et laquelle pour les colonnes.</translation>
    </message>
    <message>
      <source>Nothing of the grid lies in the source. Check the bands of the grid, and their units: pixels, not coordinates on the map.</source>
      <translation>Rien de la grille n'est dans la source. Vérifier les bandes de la grille, et leurs unités : des pixels, non des coordonnées sur la carte.</translation>
    </message>
    <message>
      <source>The grid mirrors the source: {share} of its cells turn the other way round. If the result shall not be mirrored, the bands of rows and columns are exchanged: give them the other way round.</source>
      <translation>La grille reflète la source comme un miroir : {share} de ses mailles tournent dans l'autre sens. Si le résultat ne doit pas être en miroir, les bandes de lignes et de colonnes sont échangées : les donner dans l'autre ordre.</translation>
    </message>
    <message>
      <source>The grid is folded: {share} of its cells turn against the others, so parts of the source appear more than once. They are red on the map below.</source>
      <translation>La grille est repliée : {share} de ses mailles tournent en sens inverse des autres, donc des parties de la source apparaissent plus d'une fois. Elles sont en rouge sur la carte ci-dessous.</translation>
    </message>
    <message>
      <source>The grid's resolution looks wrong: with {resolution} there are {size} source pixels per output pixel (down, right, on average). Check it: the resolution is the number of output pixels from node to node.</source>
      <translation>La résolution de la grille paraît fausse : avec {resolution}, il y a {size} pixels source par pixel de sortie (vers le bas, vers la droite, en moyenne). La vérifier : la résolution est le nombre de pixels de sortie d'un nœud au suivant.</translation>
    </message>
    <message>
      <source>Aliasing: {share} of the grid's cells have more than 1.5 source pixels per output pixel, where fine detail turns into false patterns. Resample with the anti-alias filter lanczos (ANTIALIAS): by itself it takes an oversampling of {fine} here.</source>
      <translation>Repliement de spectre : {share} des mailles de la grille ont plus de 1,5 pixel source par pixel de sortie, où les détails fins se replient en motifs parasites. Rééchantillonner avec le filtre anti-repliement lanczos (ANTIALIAS) : il prend ici de lui-même un suréchantillonnage de {fine}.</translation>
    </message>
    <message>
      <source>If the output shall be as fine as the source, the resolution {step} is wrong: it is about {right} then.</source>
      <translation>Si la sortie doit être aussi fine que la source, la résolution {step} est fausse : elle est alors d'environ {right}.</translation>
    </message>
    <message>
      <source>The nodes that have a position are scattered: few have neighbours, between which output pixels could be interpolated. Check the grid's nodata and its mask.</source>
      <translation>Les nœuds qui ont une position sont dispersés : peu ont des voisins, entre lesquels des pixels de sortie pourraient être interpolés. Vérifier la valeur nodata de la grille et son masque.</translation>
    </message>
    <message>
      <source>The grid is too coarse: between its nodes, positions are off by about {error} source pixels, and the tolerance is {tolerance}. Make it with the resolution {suggested}.</source>
      <translation>La grille est trop grossière : entre ses nœuds, les positions s'écartent d'environ {error} pixels source, et la tolérance est {tolerance}. La faire avec la résolution {suggested}.</translation>
    </message>
    <message>
      <source>Of {nodes} nodes {inside} lie in the source; {masked} have no position.</source>
      <translation>Sur {nodes} nœuds, {inside} sont dans la source ; {masked} n'ont pas de position.</translation>
    </message>
    <message>
      <source>The cells beside nodes without a position are grey on the map below.</source>
      <translation>Les mailles à côté de nœuds sans position sont grises sur la carte ci-dessous.</translation>
    </message>
    <message>
      <source>The grid mirrors the source, as where its first row is the southern one.</source>
      <translation>La grille reflète la source comme un miroir, ainsi qu'il en va quand sa première ligne est au sud.</translation>
    </message>
    <message>
      <source>It could be coarser: with the resolution {suggested} in place of {step}, no position would be off by more than {tolerance} source pixels.</source>
      <translation>Elle pourrait être plus grossière : avec la résolution {suggested} au lieu de {step}, aucune position ne s'écarterait de plus de {tolerance} pixel de la source.</translation>
    </message>
    <message>
      <source>Where the grid reads the source</source>
      <translation>Où la grille lit la source</translation>
    </message>
    <message>
      <source>Some lines of the grid over the source, its outline bold; the blue dot is its first node. What reaches far beyond the source is cut off.</source>
      <translation>Quelques lignes de la grille sur la source, son contour en gras ; le point bleu est son premier nœud. Ce qui va loin au-delà de la source est coupé.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>Nodes (rows x columns)</source>
      <translation>Nœuds (lignes × colonnes)</translation>
    </message>
    <message>
      <source>Resolution [output pixels per node]</source>
      <translation>Résolution [pixels de sortie par nœud]</translation>
    </message>
    <message>
      <source>Output of all nodes [pixels]</source>
      <translation>Sortie de tous les nœuds [pixels]</translation>
    </message>
    <message>
      <source>Source [pixels]</source>
      <translation>Taille de la source [pixels]</translation>
    </message>
    <message>
      <source>Nodes outside of it</source>
      <translation>Nœuds hors de la source</translation>
    </message>
    <message>
      <source>Rows of the source that nodes have</source>
      <translation>Lignes de la source que les nœuds ont</translation>
    </message>
    <message>
      <source>Columns of the source that nodes have</source>
      <translation>Colonnes de la source que les nœuds ont</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} à {last}</translation>
    </message>
    <message>
      <source>Scale: source pixels per output pixel</source>
      <translation>Échelle : pixels source par pixel de sortie</translation>
    </message>
    <message>
      <source>No cell has all of its nodes, so there is no scale and no turn.</source>
      <translation>Aucune maille n'a tous ses nœuds, donc il n'y a ni échelle ni rotation.</translation>
    </message>
    <message>
      <source>least</source>
      <translation>minimum</translation>
    </message>
    <message>
      <source>median</source>
      <translation>médiane</translation>
    </message>
    <message>
      <source>greatest</source>
      <translation>maximum</translation>
    </message>
    <message>
      <source>Direction of the largest scale</source>
      <translation>Direction de la plus grande échelle</translation>
    </message>
    <message>
      <source>Direction of the smallest scale</source>
      <translation>Direction de la plus petite échelle</translation>
    </message>
    <message>
      <source>The largest scale all over the output. Below 1 pixels of the source are enlarged; above 1.5, where the map is striped, fine detail turns into false patterns, and an anti-alias filter keeps it from that.</source>
      <translation>La plus grande échelle sur toute la sortie. Au-dessous de 1, les pixels de la source sont agrandis ; au-dessus de 1,5, là où la carte est rayée, les détails fins se replient en motifs parasites, ce qu'un filtre anti-repliement évite.</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>Mailles</translation>
    </message>
    <message>
      <source>Cells with more than 1.5 (down or right)</source>
      <translation>Mailles à plus de 1,5 (vers le bas ou la droite)</translation>
    </message>
    <message>
      <source>Oversampling that an anti-alias filter takes (rows x columns)</source>
      <translation>Suréchantillonnage que prend un filtre anti-repliement (lignes × colonnes)</translation>
    </message>
    <message>
      <source>On average (down x right)</source>
      <translation>En moyenne (vers le bas × la droite)</translation>
    </message>
    <message>
      <source>The turn is that of the output's rows in the source, counterclockwise; where the grid mirrors, after its rows are mirrored.</source>
      <translation>La rotation est celle des lignes de la sortie dans la source, dans le sens inverse des aiguilles d'une montre ; là où la grille est en miroir, une fois ses lignes inversées.</translation>
    </message>
    <message>
      <source>Folds</source>
      <translation>Replis</translation>
    </message>
    <message>
      <source>All cells turn the same way: nothing is folded.</source>
      <translation>Toutes les mailles tournent dans le même sens : rien n'est replié.</translation>
    </message>
    <message>
      <source>{cells} cells ({share}) turn against the others.</source>
      <translation>{cells} mailles ({share}) tournent en sens inverse des autres.</translation>
    </message>
    <message>
      <source>The first {number}, as row: columns of their first nodes. {places}</source>
      <translation>Les {number} premières, en ligne : colonnes de leurs premiers nœuds. {places}</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Résolution</translation>
    </message>
    <message>
      <source>Too few nodes near the source tell how exact other resolutions are.</source>
      <translation>Trop peu de nœuds près de la source disent l'exactitude d'autres résolutions.</translation>
    </message>
    <message>
      <source>Largest error of positions that are linear between nodes. Of coarser grids it is measured at the nodes that they leave out; of this and finer ones it is estimated, as it grows with the square of the distance. The tolerance is {tolerance} source pixels.</source>
      <translation>Plus grande erreur des positions, linéaires entre les nœuds. Pour les grilles plus grossières, elle est mesurée aux nœuds qu'elles omettent ; pour celle-ci et les plus fines, elle est estimée, car elle croît avec le carré de la distance. La tolérance est de {tolerance} pixel de la source.</translation>
    </message>
    <message>
      <source>Error [source pixels]</source>
      <translation>Erreur [pixels de la source]</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <source>{resolution} (this grid)</source>
      <translation>{resolution} (cette grille)</translation>
    </message>
    <message>
      <source>loses positions</source>
      <translation>perd des positions</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>respectée</translation>
    </message>
    <message>
      <source>exceeded</source>
      <translation>dépassée</translation>
    </message>
    <message>
      <source>A run with this grid</source>
      <translation>Une exécution avec cette grille</translation>
    </message>
    <message>
      <source>Output [pixels]</source>
      <translation>Sortie [pixels]</translation>
    </message>
    <message>
      <source>Memory, at most [MiB]</source>
      <translation>Mémoire, au plus [Mio]</translation>
    </message>
    <message>
      <source>Memory limit [MiB]</source>
      <translation>Limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Fils (threads)</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>Largest part of the source read at once [pixels]</source>
      <translation>Plus grande partie de la source lue à la fois [pixels]</translation>
    </message>
    <message>
      <source>Source pixels read, in sizes of the source</source>
      <translation>Pixels source lus, en tailles de la source</translation>
    </message>
    <message>
      <source>Pieces whose pixels are scattered in the source</source>
      <translation>Morceaux dont les pixels sont dispersés dans la source</translation>
    </message>
    <message>
      <source>Of the tiles {looked} were looked at, evenly.</source>
      <translation>Parmi les tuiles, {looked} ont été examinées, régulièrement.</translation>
    </message>
    <message>
      <source>Neighbouring output pixels lie far apart in the source there, which makes the run slow. Check whether the grid is meant to be so.</source>
      <translation>Des pixels de sortie voisins y sont très éloignés dans la source, ce qui rend l'exécution lente. Vérifier si la grille est voulue ainsi.</translation>
    </message>
    <message>
      <source>filter acts</source>
      <translation>le filtre agit</translation>
    </message>
    <message>
      <source>no position</source>
      <translation>sans position</translation>
    </message>
    <message>
      <source>folded</source>
      <translation>replié</translation>
    </message>
    <message>
      <source>residual of {size} source pixels</source>
      <translation>résidu de {size} pixels de la source</translation>
    </message>
    <message>
      <source>where the others put it</source>
      <translation>où les autres le placent</translation>
    </message>
    <message>
      <source>fitted</source>
      <translation>ajusté</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>suspect</translation>
    </message>
    <message>
      <source>disabled</source>
      <translation>désactivé</translation>
    </message>
    <message>
      <source>given twice</source>
      <translation>donné deux fois</translation>
    </message>
    <message>
      <source>pixel given twice</source>
      <translation>pixel donné deux fois</translation>
    </message>
    <message>
      <source>outside the source</source>
      <translation>hors de la source</translation>
    </message>
    <message>
      <source>Residuals in the source</source>
      <translation>Résidus dans la source</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Comment il a été fait</translation>
    </message>
    <message>
      <source>Control points of {source}</source>
      <translation>Points d'appui de {source}</translation>
    </message>
    <message>
      <source>The frame is the source. Arrows lead from where a point is to where the fit puts it; dashed ones to where a fit of all other points puts it.</source>
      <translation>Le cadre est la source. Les flèches vont d'un point à l'endroit où l'ajustement le place ; les flèches en tirets, à l'endroit où le place un ajustement de tous les autres points.</translation>
    </message>
    <message>
      <source>Columns and rows count from the centre of the first pixel. Residuals are source pixels; left out: from a fit of all other points. Suspect: left-out residual above 3 robust standard deviations (1.4826 x MAD).</source>
      <translation>Colonnes et lignes comptent à partir du centre du premier pixel. Les résidus sont en pixels de la source ; sans le point : d'un ajustement de tous les autres points. Suspect : résidu sans le point au-dessus de 3 écarts types robustes (1,4826 x MAD).</translation>
    </message>
    <message>
      <source>{enabled} of {count} points, fit {fit}: residuals {rms} source pixels (root mean square).</source>
      <translation>{enabled} points sur {count}, ajustement {fit} : résidus de {rms} pixels de la source (moyenne quadratique).</translation>
    </message>
    <message>
      <source>Each point left out in its turn: {rms} source pixels. The worst is point {worst}.</source>
      <translation>Chaque point omis à son tour : {rms} pixels de la source. Le pire est le point {worst}.</translation>
    </message>
    <message>
      <source>There are too many points to leave each out with this fit.</source>
      <translation>Il y a trop de points pour les omettre un à un avec cet ajustement.</translation>
    </message>
    <message>
      <source>There are too few points to leave one out: add some.</source>
      <translation>Il y a trop peu de points pour en omettre un : en ajouter.</translation>
    </message>
    <message>
      <source>{what}: {numbers}</source>
      <translation>{what} : {numbers}</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Point</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <source>Residual</source>
      <translation>Résidu</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Sans le point</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <source>{source} grid</source>
      <translation>Grille de {source}</translation>
    </message>
    <message>
      <source>{source} grid mask</source>
      <translation>Masque de la grille de {source}</translation>
    </message>
    <message>
      <source>{algorithm} ({id}), GridR for QGIS {version}, {date}.</source>
      <translation>{algorithm} ({id}), GridR pour QGIS {version}, {date}.</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label} : {value}</translation>
    </message>
    <message>
      <source>invalid</source>
      <translation>invalide</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>valide</translation>
    </message>
    <message>
      <source>in the source</source>
      <translation>dans la source</translation>
    </message>
    <message>
      <source>without a position</source>
      <translation>sans position</translation>
    </message>
    <message>
      <source>Load sample data</source>
      <translation>Charger un exemple</translation>
    </message>
    <message>
      <source>Puts a small scene, its grid and its clouds into the project.</source>
      <translation>Ajoute au projet une petite scène, sa grille et ses nuages.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Puts all that is needed to try GridR into the project: a small &lt;b&gt;scene&lt;/b&gt;, the &lt;b&gt;grid&lt;/b&gt; that brings it to the map, and the outlines of its &lt;b&gt;clouds&lt;/b&gt;. The scene is as a satellite sees it that is turned, shakes, and looks at a hill from the side: straight roads are bent in it, and it lies nowhere on the map.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Ajoute au projet tout ce qu'il faut pour essayer GridR : une petite &lt;b&gt;scène&lt;/b&gt;, la &lt;b&gt;grille&lt;/b&gt; qui la projette sur la carte et les contours de ses &lt;b&gt;nuages&lt;/b&gt;. La scène est telle que la voit un satellite qui est tourné, tremble et regarde une colline de côté : les routes droites y sont courbes, et elle n'est pas géoréférencée.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Then open &lt;i&gt;Resample raster through a grid&lt;/i&gt;, choose &lt;i&gt;Sample scene&lt;/i&gt; as its source and &lt;i&gt;Sample grid&lt;/i&gt; as its grid, and run it. The result lies near Toulouse, and its roads are straight. With &lt;i&gt;Sample clouds&lt;/i&gt; as polygons of invalid pixels, among the advanced parameters, the clouds are left out.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Ouvrez ensuite &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, choisissez &lt;i&gt;Exemple de scène&lt;/i&gt; comme source et &lt;i&gt;Exemple de grille&lt;/i&gt; comme grille, et exécutez. Le résultat se trouve près de Toulouse, et ses routes sont droites. Avec &lt;i&gt;Exemple de nuages&lt;/i&gt; comme polygones de pixels invalides, parmi les paramètres avancés, les nuages sont laissés de côté.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The landscape is made up: there is no such place. Its licence is that of the plugin.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le paysage est inventé : ce lieu n'existe pas. Sa licence est celle de l'extension.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>sample,example,demo,data,try,test,first steps,tutorial,learn</source>
      <translation>échantillon,exemple,démonstration,données,essayer,essai,premiers pas,tutoriel,apprendre,sample,example,demo,data,try,test,first steps,tutorial,learn</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Scène</translation>
    </message>
    <message>
      <source>GeoTIFF with red, green and blue, without a place on the map.</source>
      <translation>GeoTIFF en rouge, vert et bleu, sans géoréférencement.</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands: row and column of the scene for every eighth pixel of a map of 2 m.</source>
      <translation>GeoTIFF à deux bandes : ligne et colonne de la scène pour un pixel sur huit d'une carte à 2 m.</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Nuages</translation>
    </message>
    <message>
      <source>Polygons around the clouds, where QGIS draws the scene.</source>
      <translation>Polygones autour des nuages, là où QGIS dessine la scène.</translation>
    </message>
    <message>
      <source>Sample clouds</source>
      <translation>Exemple de nuages</translation>
    </message>
    <message>
      <source>Sample scene</source>
      <translation>Exemple de scène</translation>
    </message>
    <message>
      <source>Sample grid</source>
      <translation>Exemple de grille</translation>
    </message>
    <message>
      <source>en</source>
      <translation>fr</translation>
    </message>
    <message>
      <source>The model has no field for this ({labels}): set it in the step {step} of the model, or run that by itself.</source>
      <translation>Le modèle n'a pas de champ pour cela ({labels}) : à renseigner dans son étape {step}, ou en exécutant celle-ci seule.</translation>
    </message>
    <message>
      <source>Copy to My Models</source>
      <translation>Copier dans mes modèles</translation>
    </message>
    <message>
      <source>The model is now {path}, in the toolbox under Models.</source>
      <translation>Le modèle est maintenant {path}, dans la boîte à outils sous Modèles.</translation>
    </message>
    <message>
      <source>GridR: first steps</source>
      <translation>GridR : premiers pas</translation>
    </message>
    <message>
      <source>GridR (libraries are missing)</source>
      <translation>GridR (bibliothèques manquantes)</translation>
    </message>
    <message>
      <source>GridR - resampling through grids</source>
      <translation>GridR - rééchantillonnage par grilles</translation>
    </message>
    <message>
      <source>Memory limit of a run (MiB; 0: a share of the machine's memory)</source>
      <translation>Limite de mémoire d'une exécution (Mio ; 0 : une part de la mémoire de la machine)</translation>
    </message>
    <message>
      <source>Threads of a run (0: one per processor)</source>
      <translation>Nombre de fils (threads) d'une exécution (0 : un par processeur)</translation>
    </message>
    <message>
      <source>Folder for compiled kernels (from the next start of QGIS on)</source>
      <translation>Dossier des noyaux compilés (à partir du prochain démarrage de QGIS)</translation>
    </message>
    <message>
      <source>Empty: the cache folder of the system</source>
      <translation>Vide : le dossier de cache du système</translation>
    </message>
    <message>
      <source>Who computes (auto: NumPy until compiled kernels are loaded)</source>
      <translation>Qui calcule (auto : NumPy jusqu'à ce que les noyaux compilés soient chargés)</translation>
    </message>
    <message>
      <source>Dask scheduler of a cluster (address or file)</source>
      <translation>Ordonnanceur Dask d'un cluster (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Empty: this machine computes</source>
      <translation>Vide : cette machine calcule</translation>
    </message>
    <message>
      <source>Give a whole number from 0 up, got {0}.</source>
      <translation>Donner un nombre entier supérieur ou égal à 0 (reçu : {0}).</translation>
    </message>
    <message>
      <source>Resample inside polygons</source>
      <translation>Rééchantillonner dans des polygones</translation>
    </message>
    <message>
      <source>Builds a source mask of polygons and resamples with it.</source>
      <translation>Construit un masque de la source à partir de polygones et rééchantillonne avec lui.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a raster through a grid where its pixels lie inside polygons of one layer and outside those of another. The mask is built once, in the geometry of the source, and may be kept: other runs on the same source can take it as their source mask.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Build mask&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne un raster par une grille là où ses pixels sont à l'intérieur des polygones d'une couche et hors de ceux d'une autre. Le masque est construit une fois, dans la géométrie de la source, et peut être conservé : d'autres exécutions sur la même source peuvent le prendre comme masque de la source.&lt;/p&gt;&lt;p&gt;Modèle en deux étapes, &lt;i&gt;Construire un masque&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,grid,resample,resampling,warp,validity mask,polygon,clip,cut,nodata,CNES</source>
      <translation>modèle,grille,rééchantillonner,rééchantillonnage,masque de validité,polygone,découper,découpage,model,grid,resample,resampling,warp,validity mask,polygon,clip,cut,nodata,CNES</translation>
    </message>
    <message>
      <source>Resample after a quick look</source>
      <translation>Rééchantillonner après un aperçu</translation>
    </message>
    <message>
      <source>Resamples all of a scene only if enough of its quick look is valid.</source>
      <translation>Ne rééchantillonne toute une scène que si une part suffisante de son aperçu est valide.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a quick look first: one pixel per node of the grid, by nearest. Only if enough of it is valid the scene follows, in full resolution; otherwise the log says how much is valid. In a batch over many scenes and grids this leaves out those that hardly meet.&lt;/p&gt;&lt;p&gt;The coarser the grid, the smaller the quick look: at resolution 10 it has a hundredth of the pixels, at resolution 1 as many as the scene.&lt;/p&gt;&lt;p&gt;A model of &lt;i&gt;Resample raster through a grid&lt;/i&gt;, twice, and a &lt;i&gt;Conditional branch&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne d'abord un aperçu : un pixel par nœud de la grille, au plus proche voisin. La scène ne suit, en pleine résolution, que si une part suffisante de l'aperçu est valide ; sinon, le journal indique quelle part est valide. Dans un traitement par lot sur de nombreuses scènes et grilles, cela écarte celles qui se recouvrent à peine.&lt;/p&gt;&lt;p&gt;Plus la grille est grossière, plus l'aperçu est petit : à la résolution 10, il a un centième des pixels, à la résolution 1, autant que la scène.&lt;/p&gt;&lt;p&gt;Modèle qui utilise deux fois &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, et une &lt;i&gt;Branche conditionnelle&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,grid,resample,resampling,warp,quick look,quicklook,preview,batch,CNES</source>
      <translation>modèle,grille,rééchantillonner,rééchantillonnage,aperçu,imagette,par lot,model,grid,resample,resampling,warp,quick look,quicklook,preview,batch,CNES</translation>
    </message>
    <message>
      <source>Least share of valid pixels (percent)</source>
      <translation>Part minimale de pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>The scene is resampled if at least so much of the quick look is valid.</source>
      <translation>La scène est rééchantillonnée si au moins cette part de l'aperçu est valide.</translation>
    </message>
    <message>
      <source>Quick look</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>Orthorectify with RPCs and a DEM</source>
      <translation>Orthorectifier avec des RPC et un MNT</translation>
    </message>
    <message>
      <source>Brings a satellite image with RPCs to the map, over the heights of a DEM.</source>
      <translation>Orthorectifie une image satellite avec RPC sur les altitudes d'un MNT.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings an image that has rational polynomials (RPCs), as satellite images have them, to a map: makes the grid over the heights of a DEM, then resamples through it. Without a DEM all of it lies at the mean height of the RPCs. The grid is as coarse as it may be with positions off by 0.05 source pixels at most; the log tells how exact it is.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from georeference, control points or RPCs&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Orthorectifie une image qui a un modèle RPC (fractions rationnelles), comme en ont les images satellite : calcule la grille sur les altitudes d'un MNT, puis rééchantillonne à travers elle. Sans MNT, tout se trouve à l'altitude moyenne des RPC. La grille est aussi grossière que possible avec des positions fausses d'au plus 0,05 pixel de la source ; le journal dit à quel point elle est exacte.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après géoréférencement, points d'appui ou RPC&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,orthorectify,orthorectification,orthoimage,RPC,rational polynomial,DEM,DTM,DSM,satellite,reproject,reprojection,georeference,georeferencing,warp,Pleiades,SPOT,CNES</source>
      <translation>modèle,orthorectifier,orthorectification,orthophoto,fractions rationnelles,MNT,MNS,MNE,reprojeter,reprojection,géoréférencer,géoréférencement,Pléiades,model,orthorectify,orthoimage,RPC,rational polynomial,DEM,DTM,DSM,satellite,reproject,georeference,georeferencing,warp,Pleiades,SPOT,CNES</translation>
    </message>
    <message>
      <source>Register with control points</source>
      <translation>Recaler avec des points d'appui</translation>
    </message>
    <message>
      <source>Brings a scan or a photo to the map by control points of a file.</source>
      <translation>Recale une image numérisée ou une photo sur la carte par les points d'appui d'un fichier.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings an image to a map by control points, such as QGIS's Georeferencer saves (.points) or a CSV file holds them: makes the grid that the chosen fit gives, then resamples through it. The report tells how well each point fits, and how well the others foretell it: look at it before you trust the result.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from control points&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Recale une image sur une carte par des points d'appui, tels que le Géoréférenceur de QGIS les enregistre (.points) ou qu'un fichier CSV les contient : calcule la grille que donne l'ajustement choisi, puis rééchantillonne à travers elle. Le rapport dit si chaque point s'accorde avec l'ajustement, et si les autres le prédisent : regardez-le avant de vous fier au résultat.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après points d'appui&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,scan,rectify,warp,CNES</source>
      <translation>modèle,recaler,recalage,co-recalage,corecalage,géoréférencer,géoréférencement,géoréférenceur,points d'appui,points de contrôle,points de calage,points d'amer,points homologues,redresser,redressement,numérisation,model,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,scan,rectify,warp,CNES</translation>
    </message>
    <message>
      <source>Report on the control points</source>
      <translation>Rapport sur les points d'appui</translation>
    </message>
    <message>
      <source>Swath to map</source>
      <translation>Fauchée vers la carte</translation>
    </message>
    <message>
      <source>Brings a swath with longitudes and latitudes of its pixels to the map.</source>
      <translation>Projette sur la carte une fauchée dont les pixels ont des longitudes et latitudes.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings a swath, as scanners on satellites see it, to a map: makes the grid of the longitudes and latitudes that come with it, then resamples through it, by nearest unless another interpolation is chosen: across the edges of scans others mix what does not lie side by side. Scans that overlap (bow-tie) are found by themselves.&lt;/p&gt;&lt;p&gt;A GLT, and arrays with the places of every n-th pixel only, are for &lt;i&gt;Grid from geolocation arrays&lt;/i&gt; by itself.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from geolocation arrays&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Projette sur une carte une fauchée, telle que la voient les scanneurs des satellites : calcule la grille d'après les longitudes et latitudes qui l'accompagnent, puis rééchantillonne à travers elle, au plus proche voisin sauf si une autre interpolation est choisie : au bord des balayages, les autres mélangent ce qui n'est pas voisin. Les balayages qui se recouvrent (effet nœud papillon) sont reconnus automatiquement.&lt;/p&gt;&lt;p&gt;Une GLT, et des tableaux avec les coordonnées d'un pixel sur n seulement, relèvent de &lt;i&gt;Grille d'après tableaux de géolocalisation&lt;/i&gt; seule.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après tableaux de géolocalisation&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,swath,geolocation,longitude,latitude,netCDF,HDF,MODIS,VIIRS,Sentinel-3,bow-tie,georeference,georeferencing,reproject,reprojection,warp,CNES</source>
      <translation>modèle,fauchée,géolocalisation,longitude,latitude,nœud papillon,géoréférencer,géoréférencement,reprojeter,reprojection,model,swath,geolocation,netCDF,HDF,MODIS,VIIRS,Sentinel-3,bow-tie,georeference,georeferencing,reproject,warp,CNES</translation>
    </message>
    <message>
      <source>Raster that is brought to the map, all bands of it.</source>
      <translation>Raster à projeter sur la carte, avec toutes ses bandes.</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
  </context>
</TS>
